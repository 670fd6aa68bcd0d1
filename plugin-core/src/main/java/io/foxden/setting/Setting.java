package io.foxden.setting;

import io.foxden.words.Message;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is, with what {@code docs/settings.md} says of it. */
@SuppressWarnings("ImmutableEnumChecker") // messages are immutable
public enum Setting {
    CONFIG("config", code("`<home>/foxden.properties`"), allowed("path")),
    HOME("home", usual("home"), allowed("path")),
    MODE("mode", code("`distributed`"), code(Mode.allowed())),
    ENVIRONMENT("environment", code("`production`"), code(Environment.allowed())),
    API_URL("api-url", usual("by-environment"), allowed("url")),
    AUTHORIZE_URL("authorize-url", usual("by-environment"), allowed("url")),
    SITE_URL("site-url", usual("site-url"), allowed("site-url")),
    BASE_PATH("base-path", usual("base-path"), allowed("base-path")),
    CLIENT_ID_PREFIX("client-id-prefix", code("`foxden_`"), allowed("prefix")),
    SCOPE("scope", code("`store_full_access`"), code(Syntax.SCOPES)),
    PROJECT_NAME("project-name", usual("none"), allowed("text")),
    PROJECT_DESCRIPTION("project-description", usual("none"), allowed("text")),
    COMPANY_NAME("company-name", usual("none"), allowed("text")),
    COMPANY_URL("company-url", usual("none"), allowed("web-text")),
    COMPANY_LOGO("company-logo", usual("none"), allowed("web-text")),
    CONTACT_NAME("contact-name", usual("none"), allowed("text")),
    CONTACT_EMAIL("contact-email", usual("none"), allowed("email")),
    CONTACT_PHONE("contact-phone", usual("none"), allowed("text")),
    VAULT_KEY("vault.key", usual("vault-key"), allowed("key"), true),
    VAULT_PASSPHRASE("vault.passphrase", usual("none"), allowed("passphrase"), true),
    ADMIN_TOKEN("admin.token", usual("none"), allowed("token"), true),
    ADMIN_ROLE("admin.role", code("`foxden-admin`"), allowed("text")),
    TRUSTED_PROXIES("trusted-proxies", usual("none"), allowed("ranges")),
    PROXY_HEADER("proxy-header", code("`x-forwarded`"), code(ProxyHeader.allowed())),
    LANGUAGE("language", usual("language"), code(Syntax.languages())),
    HTTP_PROXY("http.proxy", usual("none"), code("http://host:port")),
    HTTP_PROXY_USER("http.proxy-user", usual("none"), allowed("proxy-user")),
    HTTP_PROXY_PASSWORD("http.proxy-password", usual("none"), allowed("proxy-password"), true),
    HTTP_CONNECT_TIMEOUT("http.connect-timeout", code("`5s`"), allowed("duration")),
    HTTP_READ_TIMEOUT("http.read-timeout", code("`20s`"), allowed("duration"));

    /** What every name begins with. */
    public static final String PREFIX = "foxden.";

    /** What follows the name of a secret where its file is given. */
    public static final String FILE_SUFFIX = "-file";

    private final String settingName;
    private final Message defaultText;
    private final Message allowed;
    private final Message meaning;
    private final boolean secret;

    Setting(String name, Message defaultText, Message allowed) {
        this(name, defaultText, allowed, false);
    }

    Setting(String name, Message defaultText, Message allowed, boolean secret) {
        this.settingName = Setting.PREFIX + name;
        this.defaultText = defaultText;
        this.allowed = allowed;
        this.meaning = Message.of("setting/meaning." + name);
        this.secret = secret;
    }

    /** The name in every source but the environment, such as {@code foxden.site-url}. */
    public String settingName() {
        return settingName;
    }

    /** The name in the environment, such as {@code FOXDEN_SITE_URL}. */
    public String environmentName() {
        return environmentName(settingName);
    }

    /** The name under which a secret's file can be given instead of the secret, such as {@code foxden.vault.key-file}. */
    public Optional<String> fileName() {
        return secret ? Optional.of(settingName + FILE_SUFFIX) : Optional.empty();
    }

    public boolean secret() {
        return secret;
    }

    /** What is in force where nothing is given, as Markdown. */
    public Message defaultText() {
        return defaultText;
    }

    /** The value in force where nothing is given; empty where that is none, or follows from something else. */
    public Optional<String> defaultValue() {
        String text = defaultText.arguments().getOrDefault("text", "").toString();
        return text.startsWith("`") ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
    }

    /** Which values it takes. */
    public Message allowed() {
        return allowed;
    }

    /** What it is for, one sentence. */
    public Message meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return settingName;
    }

    public static String environmentName(String settingName) {
        return settingName.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Message usual(String key) {
        return Message.of("setting/default." + key);
    }

    private static Message allowed(String key) {
        return Message.of("setting/allowed." + key);
    }

    /** What is the same in every language. */
    private static Message code(String text) {
        return Message.asIs(text);
    }
}
