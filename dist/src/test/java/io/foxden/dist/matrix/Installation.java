package io.foxden.dist.matrix;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of Foxden from outside the host: files below the server's folder, and addresses.
 *
 * @param home of the installation
 */
record Installation(Path home) {
    private static final String SETUP_CODE = "setup-code";

    /** Looks for the home: no setting says where it is. */
    static Installation in(Path server) throws IOException {
        try (Stream<Path> all = Files.walk(server)) {
            List<Path> codes = all.filter(file -> file.endsWith(SETUP_CODE)).toList();
            if (codes.size() != 1) {
                throw new IOException("Of homes with a setup code there is not one below the server's folder, but "
                        + codes.size() + ": " + codes);
            }
            return new Installation(codes.get(0).resolveSibling(""));
        }
    }

    String setupCode() throws IOException {
        return Files.readString(home.resolve(SETUP_CODE)).strip();
    }

    /**
     * Files and folders of Foxden's that are not in the home.
     *
     * @param copies the server's own, which do not count
     */
    List<Path> tracesOutside(Path server, Optional<Path> copies) throws IOException {
        Path own = home.resolveSibling("");
        try (Stream<Path> all = Files.walk(server)) {
            return all.filter(path -> path.getFileName().toString().contains("foxden"))
                    .filter(path -> !path.equals(own) && !path.startsWith(own))
                    .filter(path -> copies.isEmpty() || !path.startsWith(copies.get()))
                    .toList();
        }
    }

    static URI address(URI application, String path) {
        return URI.create(application + "/foxden" + path);
    }
}
