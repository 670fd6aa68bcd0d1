package io.foxden.config;

import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.secret.Secret;
import io.foxden.setting.Environment;
import io.foxden.setting.HttpSettings;
import io.foxden.setting.Mode;
import io.foxden.setting.ProjectDetails;
import io.foxden.setting.ProxyHeader;
import io.foxden.setting.Setting;
import io.foxden.setting.SiteAddress;
import io.foxden.setting.Syntax;
import io.foxden.setting.TrustedProxies;
import io.foxden.setting.VaultKeySource;
import io.foxden.setting.WebAddress;
import io.foxden.words.Languages;
import io.foxden.words.Message;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force. Reading never fails: {@link #problems()} has everything that is wrong, and {@link #check()}
 * stops whoever cannot go on with that. A setting that is not given, or is bad, has its default, except where that would
 * lead to another installation or another key. Immutable.
 */
public final class Settings {
    private static final List<Setting> ADDRESSES = List.of(Setting.ENVIRONMENT, Setting.API_URL, Setting.AUTHORIZE_URL);

    private final @Nullable Path home;
    private final List<Path> otherHomes;
    private final Mode mode;
    private final Environment environment;
    private final URI apiUrl;
    private final URI authorizeUrl;
    private final boolean addressesGiven;
    private final Optional<URI> siteUrl;
    private final Optional<String> basePath;
    private final String clientIdPrefix;
    private final String scope;
    private final ProjectDetails details;
    private final VaultKeySource vaultKey;
    private final Optional<Secret> adminToken;
    private final String adminRole;
    private final TrustedProxies trustedProxies;
    private final ProxyHeader proxyHeader;
    private final Languages languages;
    private final HttpSettings http;
    private final Map<Setting, Found> given;
    private final List<Problem> problems;
    private final List<Problem> warnings;

    Settings(SettingsReader reader) {
        home = reader.home().orElse(null);
        otherHomes = reader.otherHomes();
        mode = reader.value(Setting.MODE, Mode::parse).orElse(Mode.DISTRIBUTED);
        Optional<Environment> whichFoxy = reader.value(Setting.ENVIRONMENT, Environment::parse);
        Optional<URI> api = reader.value(Setting.API_URL, WebAddress::foxy);
        Optional<URI> authorize = reader.value(Setting.AUTHORIZE_URL, WebAddress::foxy);
        environment = whichFoxy.orElse(Environment.PRODUCTION);
        apiUrl = api.orElse(environment.apiUrl());
        authorizeUrl = authorize.orElse(environment.authorizeUrl());
        long good =
                Stream.of(whichFoxy, api, authorize).filter(Optional::isPresent).count();
        addressesGiven = good > 0
                && good
                        == ADDRESSES.stream()
                                .filter(reader.given()::containsKey)
                                .count();
        basePath = reader.basePath();
        siteUrl = reader.value(Setting.SITE_URL, this::siteUrl);
        clientIdPrefix =
                reader.value(Setting.CLIENT_ID_PREFIX, Syntax::clientIdPrefix).orElse("foxden_");
        scope = reader.value(Setting.SCOPE, Syntax::scope).orElse("store_full_access");
        details = reader.details();
        vaultKey = reader.vaultKey();
        adminToken = reader.adminToken();
        adminRole = reader.value(Setting.ADMIN_ROLE, Syntax::line).orElse("foxden-admin");
        trustedProxies =
                reader.value(Setting.TRUSTED_PROXIES, TrustedProxies::parse).orElse(TrustedProxies.NONE);
        proxyHeader = reader.value(Setting.PROXY_HEADER, ProxyHeader::parse).orElse(ProxyHeader.X_FORWARDED);
        languages = Languages.of(reader.value(Setting.LANGUAGE, Syntax::language));
        http = reader.http();
        given = Collections.unmodifiableMap(new EnumMap<>(reader.given()));
        problems = reader.problems();
        warnings = Stream.concat(SettingsWarnings.of(this).stream(), reader.unusedProxy(apiUrl).stream())
                .toList();
    }

    private URI siteUrl(String text) {
        URI site = WebAddress.withoutSlash(text);
        SiteAddress.checkLength(site, basePath.orElse(""));
        return site;
    }

    /** Everything that is wrong with the settings, each with {@link Code#BAD_SETTING}; no secret is shown. */
    public List<Problem> problems() {
        return problems;
    }

    /** What stops nothing and is better changed, such as a token that can be guessed; no secret is shown. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** @throws OperatorException with {@link Code#BAD_SETTING} that lists everything that is wrong, if anything is */
    public void check() {
        if (!problems.isEmpty()) {
            throw new OperatorException(
                    Code.BAD_SETTING,
                    Message.sentences(problems.stream().map(Problem::what).toList()));
        }
    }

    /**
     * The folder for the state, key and log of this installation, absolute; perhaps not there yet.
     *
     * @throws OperatorException as {@link #check()}, if {@code foxden.home} or {@code foxden.config} is bad, so that
     *     nobody knows: another folder would be another installation
     */
    public Path home() {
        if (home == null) {
            check();
            throw new IllegalStateException("A home that is not known has a problem");
        }
        return home;
    }

    /** Whether {@link #home()} is known. */
    public boolean homeKnown() {
        return home != null;
    }

    /** Other folders in which this web application may have lived, and in which an installation is. */
    public List<Path> otherHomes() {
        return otherHomes;
    }

    public Mode mode() {
        return mode;
    }

    public Environment environment() {
        return environment;
    }

    /** Foxy's API home. */
    public URI apiUrl() {
        return apiUrl;
    }

    /** Foxy's authorization endpoint. */
    public URI authorizeUrl() {
        return authorizeUrl;
    }

    /**
     * Whether anybody has said which Foxy to talk to, so that the addresses are not just the defaults. Not so if any of
     * it is bad: a client's secret must not go to another Foxy than the one that gave it for a slip of the pen.
     */
    public boolean addressesGiven() {
        return addressesGiven;
    }

    /** The application's public address without a slash at the end, where it is given. */
    public Optional<URI> siteUrl() {
        return siteUrl;
    }

    /**
     * Where in the application Foxden answers: empty text, or beginning with a slash and not ending with one. Not present
     * where neither a setting nor the surroundings say so.
     */
    public Optional<String> basePath() {
        return basePath;
    }

    public String clientIdPrefix() {
        return clientIdPrefix;
    }

    /** What to ask for at Foxy (Foxy: section 5). */
    public String scope() {
        return scope;
    }

    /** What is given of the integration's details, and what of that is the vendor's. */
    public ProjectDetails details() {
        return details;
    }

    /** Where the vault's key comes from; {@link VaultKeySource.Unknown} if what is given of it is wrong. */
    public VaultKeySource vaultKey() {
        return vaultKey;
    }

    public Optional<Secret> adminToken() {
        return adminToken;
    }

    public String adminRole() {
        return adminRole;
    }

    public TrustedProxies trustedProxies() {
        return trustedProxies;
    }

    /** From which headers the trusted proxies' word is taken. */
    public ProxyHeader proxyHeader() {
        return proxyHeader;
    }

    /** In which language people are answered. */
    public Languages languages() {
        return languages;
    }

    public HttpSettings http() {
        return http;
    }

    /** The settings that some source gives, as values or as files. */
    public Set<Setting> given() {
        return given.keySet();
    }

    /** Where a setting's value comes from, such as "FOXDEN_SCOPE in the environment"; empty for the default. */
    public Optional<Message> sourceOf(Setting setting) {
        return Optional.ofNullable(given.get(setting)).map(Found::describe);
    }

    /** The files outside of the home that say what the settings and the key are. */
    public List<Path> files() {
        Stream<Path> config = Stream.ofNullable(given.get(Setting.CONFIG)).map(Found::path);
        Stream<Path> key = vaultKey instanceof VaultKeySource.File file ? Stream.of(file.path()) : Stream.empty();
        return Stream.concat(config, key).toList();
    }

    /** What is given, for the command line. */
    public EffectiveSettings effective() {
        return EffectiveSettings.of(given);
    }

    /** What is given, with secrets hidden. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>();
        given.forEach((setting, found) ->
                shown.put(found.name(), setting.secret() ? "hidden" : WebAddress.withoutUser(found.value())));
        return shown.toString();
    }
}
