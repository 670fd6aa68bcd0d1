package io.foxden.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Who asks: {@code Foxden/<version>}, with the version that the build wrote onto the class path. */
final class UserAgent {
    static final String TEXT = read();

    private UserAgent() {}

    private static String read() {
        try (InputStream in = UserAgent.class.getResourceAsStream("/io/foxden/version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return "Foxden/" + properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
