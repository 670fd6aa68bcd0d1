package io.foxden.dist.hosting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running Java process, asked by the JDK's {@code jcmd}. */
record Jvm(long pid) {
    private static final Pattern METASPACE = Pattern.compile("(?m)^\\s+Both:\\s+([\\d.]+) KB used");

    private static final Pattern OWN_THREADS = Pattern.compile("C[12] CompilerThread\\d+|Attach Listener");

    /** Collects garbage; what is only softly reachable stays, as long as there is memory. */
    void collectGarbage() throws IOException, InterruptedException {
        jcmd("GC.run");
    }

    /** How many objects of a class are reachable, softly or strongly; collects garbage before. */
    int instances(String className) throws IOException, InterruptedException {
        return jcmd("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(className))
                .mapToInt(columns -> Integer.parseInt(columns[1]))
                .sum();
    }

    /** The names of all threads, without those that the JVM has for itself as it needs them. */
    List<String> threads() throws IOException, InterruptedException {
        return jcmd("Thread.print")
                .lines()
                .filter(line -> line.startsWith("\"") && line.contains("#"))
                .map(line -> line.substring(1, line.indexOf('"', 1)))
                .filter(name -> !OWN_THREADS.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** Files that are gone for everybody else, where the system tells. */
    List<String> deletedFilesHeldOpen() throws IOException {
        List<String> deleted = new ArrayList<>();
        Path open = Path.of("/proc", Long.toString(pid), "fd");
        if (Files.isDirectory(open)) {
            try (Stream<Path> links = Files.list(open)) {
                for (Path link : links.toList()) {
                    target(link).filter(file -> file.endsWith(".jar (deleted)")).ifPresent(deleted::add);
                }
            }
        }
        return deleted;
    }

    /** Empty where it was closed meanwhile. */
    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the classes loaded now take, in KB. */
    double metaspace() throws IOException, InterruptedException {
        String report = jcmd("VM.metaspace", "basic", "scale=KB");
        Matcher used = METASPACE.matcher(report);
        if (!used.find()) {
            throw new IOException("No total of the metaspace in: " + report);
        }
        return Double.parseDouble(used.group(1));
    }

    private String jcmd(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid)));
        words.addAll(List.of(command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + output);
        }
        return output;
    }
}
