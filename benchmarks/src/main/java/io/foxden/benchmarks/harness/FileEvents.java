package io.foxden.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** When files were flushed to the disk and read, as the JVM itself notes it. */
public record FileEvents(List<Instant> flushes, List<Instant> reads) {
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
            return read(folder, recorded);
        } finally {
            Files.deleteIfExists(recorded);
        }
    }

    private static FileEvents read(Path folder, Path recorded) throws IOException {
        List<RecordedEvent> events = RecordingFile.readAllEvents(recorded).stream()
                .filter(event -> String.valueOf(event.getString("path")).startsWith(folder.toString()))
                .toList();
        return new FileEvents(times(events, FLUSH), times(events, READ));
    }

    private static List<Instant> times(List<RecordedEvent> events, String type) {
        return events.stream()
                .filter(event -> event.getEventType().getName().equals(type))
                .map(RecordedEvent::getStartTime)
                .toList();
    }
}
