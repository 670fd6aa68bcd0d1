package io.foxden.config;

import io.foxden.setting.BadValueException;
import io.foxden.setting.Setting;
import io.foxden.words.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One place that settings come from, as it was when it was read.
 *
 * @param kind how names are spelt there, and what it may not give
 * @param file which one, of a file; else empty text
 * @param values what is given there under names that are ours, spelt as there
 * @param folder what relative paths count from; null for the process's working folder
 */
record SettingSource(
        Kind kind,
        String file,
        Map<String, String> values,
        @Nullable Path folder) {
    /** The sources, highest first. */
    enum Kind {
        COMMAND_LINE("config/given.command-line"),
        SYSTEM_PROPERTIES("config/given.system-properties"),
        ENVIRONMENT("config/given.environment"),
        CONTEXT_PARAMETERS("config/given.context-parameters"),
        FILE("config/given.file"),
        EFFECTIVE("config/given.file"),
        VENDOR("config/given.vendor");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    static SettingSource commandLine(Map<String, String> options) {
        return new SettingSource(Kind.COMMAND_LINE, "", options, null);
    }

    static SettingSource systemProperties(Map<String, String> properties) {
        return new SettingSource(Kind.SYSTEM_PROPERTIES, "", only(properties, SettingSource::ours), null);
    }

    static SettingSource environment(Map<String, String> variables) {
        ServiceLinks links = ServiceLinks.in(variables);
        return new SettingSource(Kind.ENVIRONMENT, "", only(variables, name -> ours(name) && !links.made(name)), null);
    }

    static SettingSource contextParameters(Map<String, String> parameters) {
        return new SettingSource(Kind.CONTEXT_PARAMETERS, "", only(parameters, SettingSource::ours), null);
    }

    /**
     * A properties file; empty if it cannot be understood.
     *
     * @param kind {@link Kind#FILE}, {@link Kind#EFFECTIVE} or {@link Kind#VENDOR}
     * @param file its path or address
     * @param problem is told what is wrong with the file as such
     */
    static Optional<SettingSource> file(
            Kind kind, String file, InputStream stream, @Nullable Path folder, Consumer<Message> problem)
            throws IOException {
        try {
            PropertiesText.Content content = PropertiesText.read(stream);
            content.twice()
                    .forEach(name -> problem.accept(Message.of("config/given-twice")
                            .with("file", subject(kind, file))
                            .with("name", name)));
            return Optional.of(new SettingSource(kind, file, content.values(), folder));
        } catch (BadValueException e) {
            problem.accept(Message.of("config/bad-file")
                    .with("file", subject(kind, file))
                    .with("reason", e.reason()));
            return Optional.empty();
        }
    }

    static Message unreadable(Kind kind, String file, Message reason) {
        return Message.of("config/unreadable").with("file", subject(kind, file)).with("reason", reason);
    }

    /** A file as what a sentence is about. */
    private static Message subject(Kind kind, String file) {
        return Message.of(kind == Kind.VENDOR ? "config/file.vendor" : "config/file.plain")
                .with("file", file);
    }

    /** A name in the spelling of this source. */
    String spell(String settingName) {
        return kind == Kind.ENVIRONMENT ? Setting.environmentName(settingName) : settingName;
    }

    /** The value, without blanks around it. */
    Optional<String> get(String settingName) {
        return Optional.ofNullable(values.get(spell(settingName))).map(String::strip);
    }

    /** A name in this source, for a message. */
    Message describe(String settingName) {
        return given(spell(settingName));
    }

    private Message given(String name) {
        return Message.of(kind.key).with("name", name).with("file", file);
    }

    /** The names given here that no setting has, each with the nearest one that does. */
    List<Message> unknown(List<String> settingNames) {
        List<String> known = settingNames.stream().map(this::spell).toList();
        return values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> Message.of("config/unknown")
                        .with("given", given(name))
                        .with("nearest", NearestName.of(name, known)))
                .toList();
    }

    private static boolean ours(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("foxden.") || lower.startsWith("foxden_");
    }

    private static Map<String, String> only(Map<String, String> all, Predicate<String> wanted) {
        Map<String, String> some = new TreeMap<>(all);
        some.keySet().removeIf(wanted.negate());
        return some;
    }
}
