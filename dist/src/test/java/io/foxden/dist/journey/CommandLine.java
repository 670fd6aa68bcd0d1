package io.foxden.dist.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code java -jar foxden-cli.jar --json} on one home. */
final class CommandLine {
    private static final long PATIENCE_SECONDS = 120;

    /** @param json the one document on standard output */
    record Result(int exit, JsonNode json, String messages) {
        /** The text at a JSON pointer (RFC 6901), empty where there is none. */
        String text(String pointer) {
            return json.at(pointer).asText();
        }
    }

    private final Path jar;
    private final Path home;
    private final Transcript transcript;

    CommandLine(Path jar, Path home, Transcript transcript) {
        this.jar = jar;
        this.home = home;
        this.transcript = transcript;
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--home",
                home.toString(),
                "--json"));
        command.addAll(List.of(arguments));
        Path messages = Files.createTempFile("foxden-cli", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(messages.toFile()).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(command + " does not end");
            }
            String said = Files.readString(messages);
            transcript.add(command, output);
            transcript.add(command, said);
            return new Result(process.exitValue(), new JsonMapper().readTree(output), said);
        } finally {
            process.destroyForcibly();
            Files.delete(messages);
        }
    }
}
