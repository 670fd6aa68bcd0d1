package io.foxden.host;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where Foxden's classes lie on a class path.
 *
 * @param own where this class comes from
 * @param locations all, the own one first
 */
record Copies(String own, Set<String> locations) {
    /** Lies beside the classes, once in each JAR. */
    private static final String MARK = "io/foxden/version.properties";

    static Copies in(@Nullable ClassLoader application) {
        ClassLoader loader = Copies.class.getClassLoader();
        String own = location(loader.getResource(MARK));
        Set<String> locations = new LinkedHashSet<>();
        locations.add(own);
        try {
            Collections.list((application == null ? loader : application).getResources(MARK))
                    .forEach(url -> locations.add(location(url)));
        } catch (IOException e) {
            // Then only the own one is known, which is enough to run.
        }
        return new Copies(own, locations);
    }

    /** The JAR or folder of a resource, such as {@code file:/…/foxden-plugin.jar}. */
    private static String location(@Nullable URL mark) {
        String text = String.valueOf(mark).replaceFirst("^jar:", "");
        return text.endsWith(MARK)
                ? text.substring(0, text.length() - MARK.length()).replaceFirst("!?/$", "")
                : text;
    }
}
