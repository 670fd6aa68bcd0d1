package io.foxden.file;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of files that are still being written, beside those that they are for. */
final class Unfinished {
    private static final Pattern NAME = Pattern.compile("\\.([A-Za-z0-9._-]+)\\.[0-9]+\\.tmp");

    private Unfinished() {}

    /** A name that nobody has; not to be guessed at is no matter, because only a new file is written. */
    static Path beside(Path file) {
        String number = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
        return file.resolveSibling("." + file.getFileName() + "." + number + ".tmp");
    }

    static boolean is(String name) {
        return NAME.matcher(name).matches();
    }

    /** What it is for; the name itself where it is none of these. */
    static String subject(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? parts.group(1) : name;
    }
}
