package io.foxden.benchmarks.peer;

import io.foxden.benchmarks.harness.Contender;
import io.foxden.benchmarks.harness.Fork;
import io.foxden.benchmarks.harness.Sample;
import io.foxden.testkit.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Foxy's own client, {@code @foxy.io/sdk}, in Node; takes no part where Node or npm is missing. */
public final class SdkFoxy implements AutoCloseable {
    private final @Nullable Fork node;

    private SdkFoxy(@Nullable Fork node) {
        this.node = node;
    }

    public static SdkFoxy start(PeerClient client) throws InterruptedException {
        try {
            Path place = installed();
            String code = client.code(new Browser(), "for-the-sdk");
            Fork node = Fork.command(
                    place,
                    List.of("node", "walk.js", client.foxy().api().toString(), client.id(), client.secret(), code));
            node.answer();
            return new SdkFoxy(node);
        } catch (IOException e) {
            System.err.println("Without Foxy's SDK: " + e.getMessage());
            return new SdkFoxy(null);
        }
    }

    public Optional<Contender> contender() {
        return Optional.ofNullable(node).map(Walk::new);
    }

    /** The same version as in the tests of the testkit. */
    private static Path installed() throws IOException, InterruptedException {
        Path place = Path.of(System.getProperty("java.io.tmpdir"), "foxden-benchmarks-sdk");
        Files.createDirectories(place);
        for (String file : List.of("package.json", "walk.js")) {
            try (InputStream from = SdkFoxy.class.getResourceAsStream("/sdk/" + file)) {
                Files.copy(required(from, file), place.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(place.resolve("node_modules/@foxy.io/sdk/package.json"))) {
            try (Fork npm = Fork.command(place, List.of("npm", "install", "--no-package-lock", "--ignore-scripts"))) {
                npm.rest();
                if (npm.exitStatus() != 0) {
                    throw new IOException("npm could not install it");
                }
            }
        }
        return place;
    }

    private static InputStream required(@Nullable InputStream stream, String file) throws IOException {
        if (stream == null) {
            throw new IOException(file + " is missing");
        }
        return stream;
    }

    @Override
    public void close() {
        if (node != null) {
            node.close();
        }
    }

    private record Walk(Fork node) implements Contender {
        @Override
        public String name() {
            return "@foxy.io/sdk";
        }

        @Override
        public Sample work(Duration slice) throws IOException {
            node.tell(String.valueOf(slice.toMillis()));
            return new Sample(Double.parseDouble(node.answer()), Double.NaN);
        }
    }
}
