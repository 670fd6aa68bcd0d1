package io.foxden.config;

import io.foxden.foreign.Foreign;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.secret.Secret;
import io.foxden.setting.BadValueException;
import io.foxden.setting.DetailField;
import io.foxden.setting.HttpSettings;
import io.foxden.setting.ProjectDetails;
import io.foxden.setting.Setting;
import io.foxden.setting.Syntax;
import io.foxden.setting.VaultKeySource;
import io.foxden.setting.WebAddress;
import io.foxden.words.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of the settings: gives each its type, and notes everything that is wrong instead of stopping at it. */
final class SettingsReader {
    private static final int SHOWN = 300;
    private static final int MOST_SECRET_BYTES = 64 * 1024;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Setting, Found> given = new EnumMap<>(Setting.class);
    private final Surroundings surroundings;
    private final Sources sources;

    SettingsReader(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.sources = new Sources(surroundings, this::problem);
    }

    Settings settings() {
        return new Settings(this);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    Map<Setting, Found> given() {
        return given;
    }

    /** Empty if nobody knows, because of a setting that is bad. */
    Optional<Path> home() {
        find(Setting.HOME);
        find(Setting.CONFIG);
        return sources.home();
    }

    /** Homes in which somebody lives and which may be meant. */
    List<Path> otherHomes() {
        return surroundings.lookElsewhere()
                ? surroundings.places().othersLivedIn(sources.home().orElse(null))
                : List.of();
    }

    Optional<String> basePath() {
        Optional<Found> found = find(Setting.BASE_PATH);
        if (found.isEmpty()) {
            return Optional.ofNullable(surroundings.basePath());
        }
        return typed(Setting.BASE_PATH, found.get(), Syntax::basePath);
    }

    /** The value of a setting that is no secret; empty where it is not given or bad. */
    <T> Optional<T> value(Setting setting, Function<String, T> type) {
        return find(setting).filter(found -> notEmpty(setting, found)).flatMap(found -> typed(setting, found, type));
    }

    ProjectDetails details() {
        Map<DetailField, String> values = new EnumMap<>(DetailField.class);
        Set<DetailField> fixed = EnumSet.noneOf(DetailField.class);
        for (DetailField field : DetailField.values()) {
            value(field.setting(), field::parse).ifPresent(value -> {
                values.put(field, value);
                if (find(field.setting()).orElseThrow().source().kind() == SettingSource.Kind.VENDOR) {
                    fixed.add(field);
                }
            });
        }
        return new ProjectDetails(values, fixed);
    }

    Optional<Secret> adminToken() {
        oneOf(Setting.ADMIN_TOKEN);
        return secret(Setting.ADMIN_TOKEN, Syntax::token);
    }

    /** How Foxy is reached. */
    HttpSettings http() {
        URI proxy = value(Setting.HTTP_PROXY, WebAddress::proxy).orElse(null);
        return new HttpSettings(
                proxy,
                proxyLogin(),
                value(Setting.HTTP_CONNECT_TIMEOUT, Syntax::duration).orElse(HttpSettings.DEFAULT.connectTimeout()),
                value(Setting.HTTP_READ_TIMEOUT, Syntax::duration).orElse(HttpSettings.DEFAULT.readTimeout()));
    }

    /** Both halves and a proxy to tell them to, or nothing. */
    private HttpSettings.@Nullable ProxyLogin proxyLogin() {
        oneOf(Setting.HTTP_PROXY_PASSWORD);
        Optional<String> user = value(Setting.HTTP_PROXY_USER, Syntax::basicUser);
        Optional<Secret> password = secret(Setting.HTTP_PROXY_PASSWORD, Syntax::password);
        together(Setting.HTTP_PROXY_USER, Setting.HTTP_PROXY_PASSWORD);
        together(Setting.HTTP_PROXY_PASSWORD, Setting.HTTP_PROXY_USER);
        together(Setting.HTTP_PROXY_USER, Setting.HTTP_PROXY);
        return user.isPresent() && password.isPresent()
                ? new HttpSettings.ProxyLogin(user.get(), password.get())
                : null;
    }

    private void together(Setting one, Setting other) {
        if (find(one).isPresent() && find(other).isEmpty()) {
            problem(Message.of("config/together")
                    .with("given", given(one).describe())
                    .with("other", other));
        }
    }

    /** A proxy that others use and we do not. */
    Optional<Problem> unusedProxy(URI apiUrl) {
        return find(Setting.HTTP_PROXY).isPresent()
                ? Optional.empty()
                : new OtherProxy(surroundings.systemProperties(), surroundings.environment()).unusedFor(apiUrl);
    }

    VaultKeySource vaultKey() {
        int before = problems.size();
        oneOf(Setting.VAULT_KEY, Setting.VAULT_PASSPHRASE);
        Optional<VaultKeySource> given = vaultKeyGiven()
                .or(() -> secret(Setting.VAULT_PASSPHRASE, Syntax::passphrase).map(VaultKeySource.Passphrase::new));
        if (problems.size() > before) {
            return new VaultKeySource.Unknown(problems.get(before));
        }
        return given.orElseGet(VaultKeySource.Generated::new);
    }

    private Optional<VaultKeySource> vaultKeyGiven() {
        Optional<Found> found = find(Setting.VAULT_KEY);
        if (found.filter(SettingsReader::isFile).isPresent()) {
            return found.filter(file -> notEmpty(Setting.VAULT_KEY, file))
                    .flatMap(file -> typed(Setting.VAULT_KEY, file, value -> new VaultKeySource.File(file.path())));
        }
        return secret(Setting.VAULT_KEY, Syntax::vaultKey).map(VaultKeySource.Given::new);
    }

    /** Notes it when several of these are given, as values or as files, wherever. */
    private void oneOf(Setting... settings) {
        List<Found> found = Stream.of(settings)
                .flatMap(setting -> Stream.concat(Stream.of(setting.settingName()), setting.fileName().stream()))
                .flatMap(name -> sources.find(name).stream())
                .toList();
        if (found.size() > 1) {
            problem(Message.of("config/only-one")
                    .with("given", found.stream().map(Found::describe).toList()));
        }
    }

    private Optional<Secret> secret(Setting setting, Function<String, String> check) {
        return find(setting)
                .filter(found -> notEmpty(setting, found))
                .flatMap(found -> typed(setting, found, value -> isFile(found) ? content(found.path()) : value))
                .flatMap(value -> typed(setting, given(setting), unused -> check.apply(value)))
                .map(Secret::of);
    }

    /** What a secret's file holds, without the blanks and the line end around it. */
    private static String content(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_SECRET_BYTES + 1);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
            if (text.isEmpty() || bytes.length > MOST_SECRET_BYTES) {
                throw new BadValueException("config/bad.secret-file-size");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new BadValueException("config/bad.secret-file-encoding");
        } catch (IOException e) {
            throw new BadValueException(Message.of("config/bad.secret-file").with("reason", PropertiesText.reason(e)));
        }
    }

    private Optional<Found> find(Setting setting) {
        Optional<Found> found =
                sources.find(setting.settingName()).or(() -> setting.fileName().flatMap(sources::find));
        found.ifPresent(value -> given.put(setting, value));
        return found;
    }

    private Found given(Setting setting) {
        return find(setting).orElseThrow();
    }

    private static boolean isFile(Found found) {
        return found.name().endsWith(Setting.FILE_SUFFIX);
    }

    private boolean notEmpty(Setting setting, Found found) {
        if (found.value().isEmpty()) {
            problem(Message.of("config/empty-value")
                    .with("given", found.describe())
                    .with("allowed", setting.allowed()));
        }
        return !found.value().isEmpty();
    }

    private <T> Optional<T> typed(Setting setting, Found found, Function<String, T> type) {
        try {
            return Optional.of(type.apply(Syntax.readable(found.value())));
        } catch (BadValueException e) {
            problem(shown(setting, found)
                    .with("given", found.describe())
                    .with("reason", e.reason())
                    .with("allowed", setting.allowed()));
            return Optional.empty();
        }
    }

    /** The value in quotes, unless it is a secret, and without what may be a password in an address. */
    private static Message shown(Setting setting, Found found) {
        if (setting.secret() && !isFile(found)) {
            return Message.of("config/bad-secret");
        }
        String value = Foreign.line(WebAddress.withoutUser(found.value()), SHOWN);
        return Message.of("config/bad-value").with("value", value);
    }

    private void problem(Message what) {
        problems.add(Problem.of(Code.BAD_SETTING, what));
    }
}
