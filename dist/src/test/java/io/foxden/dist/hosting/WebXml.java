package io.foxden.dist.hosting;

/** A {@code web.xml}. Immutable. */
record WebXml(String attributes, String elements) {
    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                     xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd"
                     version="6.0"%s>
            %s</web-app>
            """;

    static WebXml empty() {
        return new WebXml("", "");
    }

    /** Tells the container to look for nothing beside this file. */
    WebXml complete() {
        return new WebXml(attributes + " metadata-complete=\"true\"", elements);
    }

    /** Leaves out every web fragment. */
    WebXml emptyOrdering() {
        return with("<absolute-ordering/>");
    }

    WebXml listener(String className) {
        return with("<listener><listener-class>" + className + "</listener-class></listener>");
    }

    WebXml servlet(Class<?> type, String path) {
        String name = type.getSimpleName();
        return with("<servlet><servlet-name>" + name + "</servlet-name><servlet-class>" + type.getName()
                        + "</servlet-class></servlet>")
                .with("<servlet-mapping><servlet-name>" + name + "</servlet-name><url-pattern>" + path
                        + "</url-pattern></servlet-mapping>");
    }

    /** For every request. */
    WebXml filter(Class<?> type) {
        String name = type.getSimpleName();
        return with("<filter><filter-name>" + name + "</filter-name><filter-class>" + type.getName()
                        + "</filter-class><async-supported>true</async-supported></filter>")
                .with("<filter-mapping><filter-name>" + name
                        + "</filter-name><url-pattern>/*</url-pattern></filter-mapping>");
    }

    private WebXml with(String element) {
        return new WebXml(attributes, elements + "  " + element + "\n");
    }

    @Override
    public String toString() {
        return FRAME.formatted(attributes, elements);
    }
}
