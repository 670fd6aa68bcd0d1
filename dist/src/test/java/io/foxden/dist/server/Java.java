package io.foxden.dist.server;

import java.nio.file.Path;

/** The Java that runs the tests, which runs most servers too. */
final class Java {
    private Java() {}

    static String program() {
        return program(Path.of(System.getProperty("java.home")));
    }

    static String program(Path java) {
        return java.resolve("bin").resolve("java").toString();
    }
}
