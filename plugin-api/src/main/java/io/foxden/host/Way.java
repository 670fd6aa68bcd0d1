package io.foxden.host;

import java.util.Locale;

/** By which way Foxden came into an application. */
public enum Way {
    CONTAINER_INITIALIZER("the servlet container initializer in Foxden's JAR"),
    LISTENER("the listener that Foxden's web fragment or the web.xml names"),
    EXPLICIT("a call of Foxden.register"),
    SPRING_INITIALIZER("the Spring initializer in Foxden's JAR"),
    SPRING_BOOT("the Spring Boot auto-configuration in Foxden's JAR"),
    SPRING_BOOT_WAR("the Spring Boot auto-configuration in Foxden's JAR, in a server"),
    OWN_SERVER("a server that Foxden itself started");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** The stable word for it, such as {@code spring_boot}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the log, continues the sentence "Started by …". */
    public String words() {
        return words;
    }
}
