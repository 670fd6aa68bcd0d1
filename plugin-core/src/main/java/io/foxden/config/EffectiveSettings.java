package io.foxden.config;

import io.foxden.setting.BadValueException;
import io.foxden.setting.Setting;
import io.foxden.setting.WebAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a running web application works with, as it tells the command line in the file {@code effective.properties} of the
 * home: all settings that are given, wherever, but secrets and those that find the home.
 */
public final class EffectiveSettings {
    /** The file's name in the home. */
    public static final String FILE = "effective.properties";

    private static final Set<Setting> NOT_TOLD = EnumSet.of(Setting.HOME, Setting.CONFIG);
    private static final String TITLE = """
            # What the web application on this home works with, for the command line. Written at each start; changes
            # made here are lost.
            """;

    private final SortedMap<String, String> values;

    private EffectiveSettings(SortedMap<String, String> values) {
        this.values = values;
    }

    static EffectiveSettings of(Map<Setting, Found> given) {
        SortedMap<String, String> values = new TreeMap<>();
        given.forEach((setting, found) -> {
            boolean plain = found.value().equals(WebAddress.withoutUser(found.value()));
            if (!setting.secret() && !NOT_TOLD.contains(setting) && plain) {
                values.put(setting.settingName(), found.value());
            }
        });
        return new EffectiveSettings(values);
    }

    /** What a file says; nothing where it makes no sense. */
    public static EffectiveSettings read(byte[] file) {
        try {
            return new EffectiveSettings(new TreeMap<>(
                    PropertiesText.read(new ByteArrayInputStream(file)).values()));
        } catch (BadValueException | IOException e) {
            return new EffectiveSettings(new TreeMap<>());
        }
    }

    /** The file: a properties file in UTF-8. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(TITLE);
        values.forEach((name, value) -> text.append(name)
                .append(" = ")
                .append(value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The names of those that say something else than they did before. */
    public Set<String> changedSince(EffectiveSettings before) {
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(before.values.keySet());
        names.removeIf(name -> Objects.equals(values.get(name), before.values.get(name)));
        return names;
    }
}
