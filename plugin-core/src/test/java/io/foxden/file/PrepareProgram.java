package io.foxden.file;

import io.foxden.problem.OperatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prepares folders in a process that modes bind, and says of each what came of it. */
final class PrepareProgram {
    private PrepareProgram() {}

    public static void main(String[] paths) {
        for (String path : paths) {
            try {
                PrivateFolder.prepare(Path.of(path), Steps.NONE);
                System.out.println("prepared");
            } catch (OperatorException e) {
                System.out.println(e.code().name().toLowerCase(Locale.ROOT) + ": " + e.getMessage());
            }
        }
    }

    /** One line for each path. */
    static List<String> prepare(Path... paths) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(Unprivileged.command());
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        line.add(PrepareProgram.class.getName());
        for (Path path : paths) {
            line.add(path.toString());
        }
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }
}
