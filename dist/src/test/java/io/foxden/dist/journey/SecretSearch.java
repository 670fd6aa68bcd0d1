package io.foxden.dist.journey;

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

/** Looks for secrets in clear, in every file of a server and in everything that Foxden said. */
final class SecretSearch {
    /**
     * The container's own log of requests has the callback's query in it, as every request's. The code there was swapped
     * within the request and is of no use to anybody; nothing else may be found in such a log.
     */
    private static final Pattern ACCESS_LOG = Pattern.compile("localhost_access_log.*\\.txt");

    private static final Pattern SPENT_CODE = Pattern.compile("(?<=/callback\\?)\\S*");

    /** What to look for, under a name that a failure may print. */
    private final Map<String, String> secrets = new LinkedHashMap<>();

    private SecretSearch() {}

    /** For everything that a sandbox ever issued. */
    static SecretSearch forSecretsOf(Sandbox foxy) {
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
        assertThat(search.secrets).hasSizeGreaterThan(4);
        return search;
    }

    /** And for one more. */
    SecretSearch and(String name, String secret) {
        assertThat(secret).as(name).hasSizeGreaterThan(10);
        secrets.put(name, secret);
        secrets.put(name + ", escaped", URLEncoder.encode(secret, StandardCharsets.UTF_8));
        return this;
    }

    /** And for the key that the home was given at its first start, in the forms that it could be written in. */
    SecretSearch andVaultKeyOf(Path home) throws IOException {
        String text = Files.readString(home.resolve("vault.key")).strip();
        byte[] key = Base64.getDecoder().decode(text);
        and("vault key", text);
        secrets.put("vault key, raw", new String(key, StandardCharsets.ISO_8859_1));
        return this;
    }

    void findsNothingIn(Shop shop) throws IOException {
        List<String> found = new ArrayList<>();
        for (Transcript.Said said : shop.transcript().all()) {
            found.addAll(found(said.source(), said.text()));
        }
        try (Stream<Path> files = Files.walk(shop.server().base())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(found(shop.server().base().relativize(file).toString(), content(file)));
            }
        }
        assertThat(found).isEmpty();
        assertThat(shop.transcript().all()).isNotEmpty();
    }

    private List<String> found(String where, String text) {
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue()))
                .filter(secret -> !isItsPlace(secret.getKey(), where))
                .map(secret -> secret.getKey() + " in " + where)
                .toList();
    }

    /** The two files that are there to hold a secret, for the account of the server alone. */
    private static boolean isItsPlace(String secret, String where) {
        return (secret.startsWith("vault key") && where.endsWith("foxden/vault.key"))
                || (secret.startsWith("setup code") && where.endsWith("foxden/setup-code"));
    }

    /** Each byte as one character, so that text is found in any file. */
    private static String content(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        boolean accessLog = ACCESS_LOG.matcher(file.getFileName().toString()).matches();
        return accessLog ? SPENT_CODE.matcher(content).replaceAll("") : content;
    }
}
