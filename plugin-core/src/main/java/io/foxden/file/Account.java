package io.foxden.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * The account that this process works as, by its number: in a container it may have no name.
 *
 * @param name what it is called; its number where it is called nothing
 */
record Account(int number, String name) {
    static final int ROOT = 0;

    private static final Path THIS_PROCESS = Path.of("/proc/self/status");
    private static final String NUMBERS = "Uid:";

    /** As proc(5) has them in this line: real, effective, saved, and the one by which files are judged. */
    private static final int OF_FILES = 4;

    /** @throws IOException if nobody says */
    static Account current() throws IOException {
        int number = Files.isReadable(THIS_PROCESS) ? told() : tried();
        String name = System.getProperty("user.name", "?");
        return new Account(number, name.equals("?") ? String.valueOf(number) : name);
    }

    private static int told() throws IOException {
        // in bytes that are characters: the process may be called anything
        for (String line : Files.readAllLines(THIS_PROCESS, StandardCharsets.ISO_8859_1)) {
            if (line.startsWith(NUMBERS)) {
                return number(List.of(line.split("\\s+")), line);
            }
        }
        throw new IOException(THIS_PROCESS + " has no line " + NUMBERS);
    }

    private static int number(List<String> words, String line) throws IOException {
        try {
            return Integer.parseUnsignedInt(words.get(OF_FILES));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IOException(THIS_PROCESS + " says nothing known: " + line, e);
        }
    }

    /** Where there is no such file, a new file tells whose it is. */
    private static int tried() throws IOException {
        Path trial = Files.createTempFile("foxden-account-", "");
        try {
            return (Integer) Files.getAttribute(trial, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.delete(trial);
        }
    }
}
