package io.foxden.dist.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Runs errands in JVMs of their own, with Foxden as it is delivered: from {@code foxden-cli.jar}. The classes that a first
 * run loaded are archived, with which each further one takes a little more than half the time.
 */
final class ErrandJvm {
    private static final Path DELIVERED = Path.of(System.getProperty("dist.target"), "foxden-cli.jar");
    private static final List<String> SMALL =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-Xlog:disable");

    private final Path errandJar;
    private final Path archive;

    private ErrandJvm(Path folder) {
        this.errandJar = folder.resolve("errand.jar");
        this.archive = folder.resolve("classes.jsa");
    }

    /** Packs the errand into a JAR, because classes in folders are not archived, and runs it once. */
    static ErrandJvm prepared(Path folder, Errand first) throws IOException, InterruptedException {
        ErrandJvm jvm = new ErrandJvm(folder);
        jvm.pack();
        Path output = folder.resolve("first.out");
        int exit = jvm.start("-XX:ArchiveClassesAtExit=" + jvm.archive, first, 0, output)
                .waitFor();
        if (exit != 0 || !Files.exists(jvm.archive)) {
            throw new AssertionError("The first errand ended with " + exit + ":\n" + Files.readString(output));
        }
        return jvm;
    }

    /**
     * Starts an errand.
     *
     * @param haltAtStep after how many file steps it halts itself; 0 for never
     * @param output where its log goes, and how many steps it was at the end
     */
    Process start(Errand errand, int haltAtStep, Path output) throws IOException {
        return start("-XX:SharedArchiveFile=" + archive, errand, haltAtStep, output);
    }

    private Process start(String sharing, Errand errand, int haltAtStep, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(List.of(sharing, "-cp", errandJar + System.getProperty("path.separator") + DELIVERED));
        command.add(Errand.class.getName());
        command.addAll(errand.arguments());
        command.add(Integer.toString(haltAtStep));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private void pack() throws IOException {
        Path classes = Path.of(System.getProperty("dist.target"), "test-classes");
        String prefix = Errand.class.getName().replace('.', '/');
        Path source = classes.resolve(prefix + ".class");
        try (OutputStream file = Files.newOutputStream(errandJar);
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> siblings = Files.list(source.resolveSibling(""))) {
            for (Path one : siblings.toList()) {
                String name = classes.relativize(one).toString().replace('\\', '/');
                if (name.equals(prefix + ".class") || name.startsWith(prefix + "$")) {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(one, jar);
                }
            }
        }
    }
}
