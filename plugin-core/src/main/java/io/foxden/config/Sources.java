package io.foxden.config;

import io.foxden.foreign.Foreign;
import io.foxden.setting.BadValueException;
import io.foxden.setting.Setting;
import io.foxden.words.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** All sources of one reading in their order, the properties file among them. */
final class Sources {
    private static final int SHOWN = 300;
    private static final String USUAL_FILE = "foxden.properties";

    /** What all who work on one home have to say alike: it tells which client and which Foxy it is. */
    private static final List<Setting> OF_THE_INSTALLATION = List.of(
            Setting.MODE,
            Setting.ENVIRONMENT,
            Setting.API_URL,
            Setting.AUTHORIZE_URL,
            Setting.SITE_URL,
            Setting.BASE_PATH,
            Setting.CLIENT_ID_PREFIX,
            Setting.SCOPE);

    private static final List<String> NAMES = Arrays.stream(Setting.values())
            .flatMap(setting -> Stream.concat(Stream.of(setting.settingName()), setting.fileName().stream()))
            .toList();

    private final List<SettingSource> sources = new ArrayList<>();
    private final Consumer<Message> problem;
    private final Optional<Path> home;

    /** @param problem is told whatever is wrong with the sources themselves */
    Sources(Surroundings surroundings, Consumer<Message> problem) {
        this.problem = problem;
        sources.add(SettingSource.commandLine(surroundings.commandLine()));
        sources.add(SettingSource.systemProperties(surroundings.systemProperties()));
        sources.add(SettingSource.environment(surroundings.environment()));
        sources.add(SettingSource.contextParameters(surroundings.contextParameters()));
        Optional.ofNullable(surroundings.vendor())
                .flatMap(loader -> VendorFile.read(loader, problem))
                .ifPresent(sources::add);
        home = addFile(surroundings);
        surroundings
                .effective(home)
                .flatMap(file -> readInHome(SettingSource.Kind.EFFECTIVE, file))
                .ifPresent(this::addEffective);
        sources.sort(Comparator.comparing(SettingSource::kind));
        sources.stream()
                .filter(source -> source.kind() != SettingSource.Kind.EFFECTIVE)
                .forEach(source -> source.unknown(NAMES).forEach(problem));
    }

    private void addEffective(SettingSource effective) {
        for (Setting setting : OF_THE_INSTALLATION) {
            find(setting.settingName())
                    .filter(found -> !isOption(found) && !saysTheSame(setting, found, effective))
                    .ifPresent(found -> problem.accept(Message.of("config/otherwise")
                            .with("given", found.describe())
                            .with("value", Foreign.line(found.value(), SHOWN))
                            .with("effective", inForce(setting, effective))
                            .with("file", effective.file())));
        }
        sources.add(effective);
    }

    /** Who names a properties file by an option has told what is in it. */
    private boolean isOption(Found found) {
        return found.source().kind() == SettingSource.Kind.COMMAND_LINE
                || (found.source().kind() == SettingSource.Kind.FILE && isFileNamedByOption());
    }

    private boolean isFileNamedByOption() {
        return find(Setting.CONFIG.settingName())
                .filter(config -> config.source().kind() == SettingSource.Kind.COMMAND_LINE)
                .isPresent();
    }

    private static boolean saysTheSame(Setting setting, Found found, SettingSource effective) {
        return effective
                .get(setting.settingName())
                .or(setting::defaultValue)
                .filter(found.value()::equals)
                .isPresent();
    }

    private static Object inForce(Setting setting, SettingSource effective) {
        return effective
                .get(setting.settingName())
                .<Object>map(value -> "'" + Foreign.line(value, SHOWN) + "'")
                .orElseGet(() -> Message.of("config/default"));
    }

    /** The folder that is the home; empty if nobody knows. */
    Optional<Path> home() {
        return home;
    }

    /** What the highest source that gives it gives. */
    Optional<Found> find(String name) {
        return sources.stream()
                .flatMap(source -> source.get(name).map(value -> new Found(name, value, source)).stream())
                .findFirst();
    }

    /** The file that {@code foxden.config} names may give the home; the file in the home cannot. Returns the home. */
    private Optional<Path> addFile(Surroundings surroundings) {
        Optional<Found> config = find(Setting.CONFIG.settingName());
        if (config.isPresent()) {
            Optional<SettingSource> named = path(config.get(), Found::path).flatMap(this::readNamed);
            named.ifPresent(this::addChecked);
            return named.flatMap(source -> home(surroundings));
        }
        Optional<Path> found = home(surroundings);
        found.flatMap(folder -> readInHome(SettingSource.Kind.FILE, folder.resolve(USUAL_FILE)))
                .ifPresent(source -> {
                    refuse(source, Setting.HOME, "config/no-effect.home");
                    addChecked(source);
                });
        return found;
    }

    private void addChecked(SettingSource source) {
        refuse(source, Setting.CONFIG, "config/no-effect.config");
        sources.add(source);
        sources.sort(Comparator.comparing(SettingSource::kind));
    }

    private void refuse(SettingSource source, Setting setting, String key) {
        if (source.get(setting.settingName()).isPresent()) {
            problem.accept(Message.of(key).with("given", source.describe(setting.settingName())));
        }
    }

    private Optional<Path> home(Surroundings surroundings) {
        Optional<Found> given = find(Setting.HOME.settingName());
        if (given.isPresent()) {
            return path(given.get(), Found::homePath);
        }
        Optional<Path> usual = surroundings.places().usual();
        if (usual.isEmpty()) {
            problem.accept(Message.of("config/no-home").with("folder", surroundings.accountFolder()));
        }
        return usual.map(path -> path.toAbsolutePath().normalize());
    }

    private Optional<Path> path(Found found, Function<Found, Path> reading) {
        if (found.value().isEmpty()) {
            problem.accept(Message.of("config/empty-path").with("given", found.describe()));
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(found));
        } catch (BadValueException e) {
            problem.accept(Message.of("config/bad-path")
                    .with("given", found.describe())
                    .with("value", Foreign.line(found.value(), SHOWN))
                    .with("reason", e.reason()));
            return Optional.empty();
        }
    }

    private Optional<SettingSource> readNamed(Path file) {
        Optional<SettingSource> source = readIfPresent(SettingSource.Kind.FILE, file);
        if (source.isEmpty() && Files.notExists(file)) {
            problem.accept(Message.of("config/no-file").with("file", file));
        }
        return source;
    }

    /** What the home holds is not followed elsewhere, nor waited for as for a pipe; what an operator names may be either. */
    private Optional<SettingSource> readInHome(SettingSource.Kind kind, Path file) {
        if (isSomethingElse(file)) {
            problem.accept(SettingSource.unreadable(kind, file.toString(), Message.of("config/reason.no-file")));
            return Optional.empty();
        }
        return readIfPresent(kind, file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A folder is told as what cannot be read. */
    private static boolean isSomethingElse(Path file) {
        try {
            BasicFileAttributes there =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return there.isSymbolicLink() || there.isOther();
        } catch (IOException e) {
            return false; // reading it says why
        }
    }

    private Optional<SettingSource> readIfPresent(SettingSource.Kind kind, Path file, OpenOption... how) {
        try (InputStream stream = Files.newInputStream(file, how)) {
            return SettingSource.file(kind, file.toString(), stream, file.getParent(), problem);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            problem.accept(SettingSource.unreadable(kind, file.toString(), PropertiesText.reason(e)));
            return Optional.empty();
        }
    }
}
