package io.foxden.file;

import io.foxden.problem.FoxdenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks in a process of another account whether a home is its alone. */
final class OwnershipProgram {
    static final List<String> PARTS = List.of("records", "vault.key");

    private OwnershipProgram() {}

    public static void main(String[] paths) {
        System.out.println(said(Path.of(paths[0])));
    }

    /** What is said of the home; nothing where it is well. */
    static String said(Path home) {
        try {
            Ownership.check(home, PARTS);
            return "";
        } catch (FoxdenException e) {
            return e.code().word() + ": " + e.problem().detail() + " "
                    + e.problem().remedy();
        }
    }

    static String said(Path home, int account, int group) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(Unprivileged.as(account, group));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        line.add(OwnershipProgram.class.getName());
        line.add(home.toString());
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
