package io.foxden.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** How often files were flushed to the disk and read while something was done, as the JVM itself counts it. */
public record FileEvents(long flushes, long reads) {
    private static final String FLUSH = "jdk.FileForce";
    private static final String READ = "jdk.FileRead";

    /** @param folder only files in it count */
    public static FileEvents during(Path folder, Work work) throws Exception {
        Path recorded = Files.createTempFile("foxden-benchmark", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(FLUSH).withThreshold(Duration.ZERO).withoutStackTrace();
            recording.enable(READ).withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(recorded);
            return count(folder, recorded);
        } finally {
            Files.deleteIfExists(recorded);
        }
    }

    private static FileEvents count(Path folder, Path recorded) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(recorded).stream()
                .filter(event -> String.valueOf(event.getString("path")).startsWith(folder.toString()))
                .toList();
        return new FileEvents(count(events, FLUSH), count(events, READ));
    }

    private static long count(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .count();
    }
}
