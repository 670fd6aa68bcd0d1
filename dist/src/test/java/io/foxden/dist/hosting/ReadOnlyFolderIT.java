package io.foxden.dist.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.dist.server.Container;
import io.foxden.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application unpacked in a folder that may not be written to. The account that runs the tests may be one that may
 * write anywhere, so that it is also looked whether anything was.
 */
class ReadOnlyFolderIT {
    private static final Surrounding HOST = Surrounding.ordinary("shop");

    @TempDir
    Path folder;

    private final Sandbox foxy = Sandbox.start();

    @AfterEach
    void stopFoxy() {
        foxy.close();
    }

    static List<Container> containers() {
        return List.of(Container.all().get(0), Container.scanning());
    }

    @ParameterizedTest
    @MethodSource("containers")
    void the_whole_job_needs_nothing_written_into_the_application(Container container)
            throws IOException, InterruptedException {
        try (HostServer server = HostServer.of(folder, container, foxy)) {
            Path application = HOST.after().unpackTo(server.process().base().resolve("webapps/shop"));
            allow(application, "r-xr-xr-x");
            Map<String, FileTime> before = content(application);
            server.start();
            HostedApplication shop = HostedApplication.withJar(server, HOST.contextPath());
            shop.connect();
            assertThat(shop.storeName()).isEqualTo("Example Store");
            server.stop();
            server.start();
            shop.refresh();
            assertThat(shop.storeName()).isEqualTo("Example Store");
            server.stop();
            assertThat(content(application)).isEqualTo(before);
            allow(application, "rwxr-xr-x");
        }
    }

    private static Map<String, FileTime> content(Path application) throws IOException {
        Map<String, FileTime> content = new TreeMap<>();
        try (Stream<Path> all = Files.walk(application)) {
            for (Path path : all.toList()) {
                content.put(path.toString(), Files.getLastModifiedTime(path));
            }
        }
        return content;
    }

    private static void allow(Path application, String permissions) throws IOException {
        try (Stream<Path> all = Files.walk(application)) {
            for (Path path : all.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        }
    }
}
