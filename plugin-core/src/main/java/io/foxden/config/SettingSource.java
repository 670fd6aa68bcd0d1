package io.foxden.config;

import io.foxden.setting.BadValueException;
import io.foxden.setting.Setting;
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
 * @param place where it is, as the end of a sentence, such as "in the environment"
 * @param kind how names are spelt there, and what it may not give
 * @param values what is given there under names that are ours, spelt as there
 * @param folder what relative paths count from; null for the process's working folder
 */
record SettingSource(
        String place,
        Kind kind,
        Map<String, String> values,
        @Nullable Path folder) {
    /** The sources, highest first. */
    enum Kind {
        COMMAND_LINE,
        SYSTEM_PROPERTIES,
        ENVIRONMENT,
        CONTEXT_PARAMETERS,
        FILE,
        VENDOR
    }

    static SettingSource commandLine(Map<String, String> options) {
        return new SettingSource("on the command line", Kind.COMMAND_LINE, options, null);
    }

    static SettingSource systemProperties(Map<String, String> properties) {
        return new SettingSource(
                "among the system properties", Kind.SYSTEM_PROPERTIES, only(properties, SettingSource::ours), null);
    }

    static SettingSource environment(Map<String, String> variables) {
        ServiceLinks links = ServiceLinks.in(variables);
        return new SettingSource(
                "in the environment", Kind.ENVIRONMENT, only(variables, name -> ours(name) && !links.made(name)), null);
    }

    static SettingSource contextParameters(Map<String, String> parameters) {
        return new SettingSource(
                "among the servlet context's parameters",
                Kind.CONTEXT_PARAMETERS,
                only(parameters, SettingSource::ours),
                null);
    }

    /**
     * A properties file; empty if it cannot be understood.
     *
     * @param file what it is, such as "the file /srv/foxden.properties"
     * @param problem is told what is wrong with the file as such
     */
    static Optional<SettingSource> file(
            Kind kind, String file, InputStream stream, @Nullable Path folder, Consumer<String> problem)
            throws IOException {
        String subject = "T" + file.substring(1);
        try {
            PropertiesText.Content content = PropertiesText.read(stream);
            content.twice().forEach(name -> problem.accept(subject + " gives " + name + " more than once"));
            return Optional.of(new SettingSource("in " + file, kind, content.values(), folder));
        } catch (BadValueException e) {
            problem.accept(subject + " " + e.reason());
            return Optional.empty();
        }
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
    String describe(String settingName) {
        return spell(settingName) + " " + place;
    }

    /** The names given here that no setting has, each with the nearest one that does. */
    List<String> unknown(List<String> settingNames) {
        List<String> known = settingNames.stream().map(this::spell).toList();
        return values.keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> name + " " + place + " is no setting; the nearest is " + NearestName.of(name, known))
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
