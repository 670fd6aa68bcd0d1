package io.foxden.setting;

import java.util.Locale;
import java.util.Optional;

/** Every setting there is, with what {@code docs/settings.md} says of it. */
public enum Setting {
    CONFIG("config", "`<home>/foxden.properties`", "a path", "The properties file to read."),
    HOME(
            "home",
            "`<server base>/foxden/<context name>`, else `<user.home>/.foxden/<context name>`",
            "a path",
            "Folder for the state, the key and the log of this installation."),
    MODE("mode", "`distributed`", Mode.allowed(), "How the OAuth client comes to be."),
    ENVIRONMENT("environment", "`production`", Environment.allowed(), "Picks the two addresses of Foxy below."),
    API_URL("api-url", "by environment", Allowed.URL, "Foxy's API home."),
    AUTHORIZE_URL("authorize-url", "by environment", Allowed.URL, "Foxy's authorization endpoint."),
    SITE_URL(
            "site-url",
            "taken from the administrator's first request",
            Allowed.URL + "; the redirect URI made of it at most 200 characters",
            "Public base address of the application Foxden runs in, context path included."),
    BASE_PATH(
            "base-path",
            "`/foxden` in the JAR, empty in the WAR",
            "empty, or `/name`, or `/name/name`; letters, digits and `._~-`",
            "Where in the application Foxden answers."),
    CLIENT_ID_PREFIX(
            "client-id-prefix",
            "`foxden_`",
            "1 to 70 letters, digits and `_.-`",
            "What all client ids of this integration begin with."),
    SCOPE("scope", "`store_full_access`", "`store_full_access`, `user_full_access`", "What is asked for at Foxy."),
    PROJECT_NAME("project-name", Allowed.NONE, Allowed.TEXT, "Name of this integration, shown on the consent page."),
    PROJECT_DESCRIPTION("project-description", Allowed.NONE, Allowed.TEXT, "What the integration does."),
    COMPANY_NAME("company-name", Allowed.NONE, Allowed.TEXT, "Who offers the integration."),
    COMPANY_URL("company-url", Allowed.NONE, Allowed.WEB_TEXT, "The company's web site."),
    COMPANY_LOGO("company-logo", Allowed.NONE, Allowed.WEB_TEXT, "Address of the company's logo."),
    CONTACT_NAME("contact-name", Allowed.NONE, Allowed.TEXT, "Whom Foxy can ask."),
    CONTACT_EMAIL("contact-email", Allowed.NONE, "an e-mail address, at most 200 characters", "Their e-mail address."),
    CONTACT_PHONE("contact-phone", Allowed.NONE, Allowed.TEXT, "Their telephone number."),
    VAULT_KEY(
            "vault.key",
            "generated once into `<home>/vault.key`",
            "Base64 of 32 bytes",
            "The key that seals secrets.",
            true),
    VAULT_PASSPHRASE(
            "vault.passphrase",
            Allowed.NONE,
            "8 to 1000 characters",
            "A passphrase to derive that key from, instead of a key.",
            true),
    ADMIN_TOKEN(
            "admin.token",
            Allowed.NONE,
            "8 to 1000 visible ASCII characters, no spaces",
            "Bearer token for the JSON API and scripts.",
            true),
    ADMIN_ROLE("admin.role", "`foxden-admin`", Allowed.TEXT, "Servlet role whose members are administrators."),
    TRUSTED_PROXIES(
            "trusted-proxies",
            Allowed.NONE,
            "IP addresses and ranges such as `10.0.0.0/8`, separated by commas",
            "Whose `X-Forwarded-*` and `Forwarded` headers count."),
    HTTP_PROXY("http.proxy", Allowed.NONE, "`http://host:port`", "Proxy for requests to Foxy."),
    HTTP_PROXY_USER(
            "http.proxy-user",
            Allowed.NONE,
            "1 to 200 characters, one line, no colon",
            "User at that proxy, where it wants to know who asks."),
    HTTP_PROXY_PASSWORD(
            "http.proxy-password", Allowed.NONE, "1 to 1000 characters, one line", "That user's password.", true),
    HTTP_CONNECT_TIMEOUT("http.connect-timeout", "`5s`", Allowed.DURATION, "How long connecting to Foxy may take."),
    HTTP_READ_TIMEOUT("http.read-timeout", "`20s`", Allowed.DURATION, "How long an answer of Foxy may take.");

    /** What every name begins with. */
    public static final String PREFIX = "foxden.";

    /** What follows the name of a secret where its file is given. */
    public static final String FILE_SUFFIX = "-file";

    private final String settingName;
    private final String defaultText;
    private final String allowed;
    private final String meaning;
    private final boolean secret;

    Setting(String name, String defaultText, String allowed, String meaning) {
        this(name, defaultText, allowed, meaning, false);
    }

    Setting(String name, String defaultText, String allowed, String meaning, boolean secret) {
        this.settingName = Setting.PREFIX + name;
        this.defaultText = defaultText;
        this.allowed = allowed;
        this.meaning = meaning;
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
    public String defaultText() {
        return defaultText;
    }

    /** Which values it takes, as Markdown. */
    public String allowed() {
        return allowed;
    }

    /** The same for a message. */
    public String allowedPlain() {
        return allowed.replace("`", "");
    }

    /** What it is for, one sentence. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return settingName;
    }

    public static String environmentName(String settingName) {
        return settingName.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Texts that several settings share; constants of the enum itself cannot be used in its constructors. */
    private static final class Allowed {
        static final String NONE = "none";
        static final String URL = "an http or https address without user, query and fragment";
        static final String TEXT = "1 to 200 characters, one line";
        static final String WEB_TEXT = "an http or https address, at most 200 characters";
        static final String DURATION = "`100ms` to `5m`, written as `500ms`, `5s` or `2m`";
    }
}
