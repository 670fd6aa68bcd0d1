package io.foxden.host;

/** Whether the host's SLF4J is fit for our lines. */
final class HostLogging {
    private static final String NOWHERE = "org.slf4j.helpers.NOPLoggerFactory";

    private HostLogging() {}

    /** Only SLF4J 2 with something behind it: an older one knows less than we call, one alone writes nowhere. */
    static boolean isUsable(ClassLoader host) {
        try {
            Class.forName("org.slf4j.spi.SLF4JServiceProvider", false, host);
            Object factory = Class.forName("org.slf4j.LoggerFactory", true, host)
                    .getMethod("getILoggerFactory")
                    .invoke(null);
            return !factory.getClass().getName().equals(NOWHERE);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            return false;
        }
    }
}
