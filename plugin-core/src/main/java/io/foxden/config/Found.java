package io.foxden.config;

import io.foxden.setting.BadValueException;
import io.foxden.setting.Syntax;
import io.foxden.words.Message;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A value as it was given.
 *
 * @param name of the setting, or of its file
 * @param value without blanks around it
 */
record Found(String name, String value, SettingSource source) {
    private static final Pattern UNEXPANDED = Pattern.compile("^~|\\$\\{|[\\p{Cntrl}]");

    /** The name and where it was given. */
    Message describe() {
        return source.describe(name);
    }

    /** The value as a path; a relative one counts from the folder of the file it stands in, else from the working folder. */
    Path path() {
        if (UNEXPANDED.matcher(value).find()) {
            throw new BadValueException(Message.of("config/bad.path-unexpanded").with("sign", "${"));
        }
        Syntax.readable(value);
        try {
            Path path = Path.of(value);
            return (source.folder() == null ? path : source.folder().resolve(path))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new BadValueException("config/bad.path");
        }
    }

    /** The same for the home: another working folder must not mean another installation. */
    Path homePath() {
        Path path = path();
        if (source.folder() == null && !Path.of(value).isAbsolute()) {
            throw new BadValueException("config/bad.path-relative");
        }
        return path;
    }
}
