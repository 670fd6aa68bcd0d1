package io.foxden.store;

import io.foxden.file.FileTrouble;
import io.foxden.file.NoLink;
import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.hal.Json;
import io.foxden.hal.MalformedDocumentException;
import io.foxden.problem.FoxdenException;
import io.foxden.words.Message;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that are added one after the other and never changed, as JSON in the files {@code NAME-1.jsonl},
 * {@code NAME-2.jsonl}, … of a folder. The one with the highest number grows; when it is full the next begins, and all but
 * the two last are deleted. So there is nothing to rename, and any number of processes may add without a lock: each adds
 * with one write at the end of a file, which operating systems keep apart, and at worst some lines stand in the file
 * before.
 *
 * <p>A line begins with a line break of its own, so that one that a crash tore off spoils no other. Streams rather than
 * channels, because an interrupt closes a channel and would lose the line.
 */
final class LineLog {
    /** A line's longest, so that a full file holds {@link Store#NEWEST_LINES} of them. */
    static final int LONGEST_LINE = 1_000;

    private static final int FULL = Store.NEWEST_LINES * (LONGEST_LINE + 2);
    private static final int MOST_READ = 2 * FULL;

    private final Path path;
    private final Pattern fileName;
    private final String name;
    private final Steps steps;

    /** @param path of the folder, which is made when the first line is added */
    LineLog(Path path, String name, Steps steps) {
        this.path = path;
        this.name = name;
        this.steps = steps;
        this.fileName = Pattern.compile(Pattern.quote(name) + "-([1-9][0-9]{0,8})\\.jsonl");
    }

    void append(Fields line) {
        byte[] bytes = bytes(line);
        PrivateFolder folder = PrivateFolder.prepare(path, steps);
        Path file = growing(folder);
        try (FileOutputStream out = new FileOutputStream(NoLink.checked(file).toFile(), true)) {
            out.write(bytes);
        } catch (IOException e) {
            throw FileTrouble.writing(file, "written", e);
        }
    }

    /** The newest lines, the newest first; those that are damaged are passed over. */
    List<Fields> newest(int most) {
        List<Fields> newest = new ArrayList<>();
        Optional<PrivateFolder> folder = PrivateFolder.existing(path, steps);
        for (int number : folder.map(this::numbers).orElse(List.of())) {
            String[] lines = tail(path.resolve(fileName(number))).split("\n", -1);
            for (int i = lines.length - 1; i >= 0 && newest.size() < most; i--) {
                read(lines[i]).ifPresent(newest::add);
            }
        }
        return newest;
    }

    private static byte[] bytes(Fields line) {
        byte[] bytes = ("\n" + Json.line(line.plain()) + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_LINE + 2) {
            throw new IllegalArgumentException(
                    "A line has at most " + LONGEST_LINE + " bytes; this one has " + (bytes.length - 2));
        }
        return bytes;
    }

    private Path growing(PrivateFolder folder) {
        OptionalInt last = numbers(folder).stream().mapToInt(each -> each).max();
        if (last.isPresent() && path.resolve(fileName(last.getAsInt())).toFile().length() < FULL) {
            return path.resolve(fileName(last.getAsInt()));
        }
        int next = last.orElse(0) + 1;
        folder.file(fileName(next)).create(new byte[0]);
        forget(folder, next - 1);
        return path.resolve(fileName(next));
    }

    /** What cannot be deleted now, because somebody reads it on Windows, is deleted the next time. */
    private void forget(PrivateFolder folder, int oldest) {
        try {
            folder.sweep(Instant.now().minus(1, ChronoUnit.HOURS));
            numbers(folder).stream()
                    .filter(number -> number < oldest)
                    .forEach(number -> folder.file(fileName(number)).delete());
        } catch (FoxdenException e) {
            return;
        }
    }

    /** The numbers of the files, the highest first. */
    private List<Integer> numbers(PrivateFolder folder) {
        return folder.names().stream()
                .map(fileName::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private String fileName(int number) {
        return name + "-" + number + ".jsonl";
    }

    /** The end of a file; nothing where it was deleted meanwhile. */
    private static String tail(Path file) {
        try (FileInputStream in = new FileInputStream(NoLink.checked(file).toFile())) {
            in.skipNBytes(Math.max(0, in.getChannel().size() - MOST_READ));
            return new String(in.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            if (file.toFile().exists()) {
                throw FileTrouble.reading(file, "read", e);
            }
            return "";
        } catch (IOException e) {
            throw FileTrouble.reading(file, "read", e);
        }
    }

    private Optional<Fields> read(String line) {
        try {
            return line.isBlank()
                    ? Optional.empty()
                    : Optional.of(Fields.ofPlain(
                            Json.read(line), Message.of("store/origin.log").with("name", name)));
        } catch (MalformedDocumentException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
