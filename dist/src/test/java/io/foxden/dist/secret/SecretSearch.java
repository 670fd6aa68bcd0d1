package io.foxden.dist.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.account.Client;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for secrets in clear, in files and in what was said. */
public final class SecretSearch {
    /**
     * The container's own log of requests has the callback's query in it, as every request's. The code there was swapped
     * within the request and is of no use to anybody; nothing else may be found in such a log.
     */
    private static final Pattern ACCESS_LOG = Pattern.compile("localhost_access_log.*\\.txt");

    private static final Pattern SPENT_CODE = Pattern.compile("(?<=/callback\\?)\\S*");
    /** Shorter ones could be found by chance. */
    private static final int SHORTEST = 10;

    /** What to look for, under a name that a failure may print. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    private SecretSearch() {}

    /** For everything that a sandbox ever issued. */
    public static SecretSearch forSecretsOf(Sandbox foxy) {
        SecretSearch search = new SecretSearch();
        int number = 0;
        for (String issued : foxy.issuedSecrets()) {
            number++;
            search.and("secret " + number + " of Foxy's", issued);
        }
        for (Client client : foxy.clients()) {
            String basic = client.id() + ":" + client.secret();
            search.and(
                    "Basic credentials of " + client,
                    Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(search.secrets).as("issued secrets").hasSizeGreaterThan(2);
        return search;
    }

    /** And for one more. */
    public SecretSearch and(String name, String secret) {
        assertThat(secret).as(name).hasSizeGreaterThan(SHORTEST);
        secrets.put(name, secret);
        String escaped = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        if (!escaped.equals(secret)) {
            secrets.put(name + ", escaped", escaped);
        }
        return this;
    }

    /** And for the key that the home was given at its first start, as text and as bytes. */
    public SecretSearch andVaultKeyOf(Path home) throws IOException {
        String text = Files.readString(home.resolve("vault.key")).strip();
        secrets.put("vault key, as bytes", new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1));
        return and("vault key", text);
    }

    /** Where in a text there is a secret: one line for each, with the secret's name. */
    public List<String> in(String where, String text) {
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()))
                .filter(secret -> !isItsPlace(secret.getKey(), where))
                .map(secret -> secret.getKey() + " in " + where)
                .toList();
    }

    /** Where in the files below a folder there is a secret. */
    public List<String> in(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(in(folder.relativize(file).toString(), content(file)));
            }
        }
        return found;
    }

    /** The two files that are there to hold a secret, for the account of the server alone. */
    private static boolean isItsPlace(String secret, String where) {
        return (secret.startsWith("vault key") && where.endsWith("vault.key"))
                || (secret.startsWith("setup code") && where.endsWith("setup-code"));
    }

    /** Each byte as one character, so that text is found in any file. */
    private static String content(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean accessLog = ACCESS_LOG.matcher(file.getFileName().toString()).matches();
        return accessLog ? SPENT_CODE.matcher(content).replaceAll("") : content;
    }
}
