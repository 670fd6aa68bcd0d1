package io.foxden.setting;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A Foxy to talk to, as its two addresses (Foxy: section 1, "Endpoints"). */
public enum Environment {
    PRODUCTION("https://api.foxy.io/", "https://auth.foxy.io/authorize"),
    /** The same service under its older names. */
    PRODUCTION_FOXYCART("https://api.foxycart.com/", "https://my.foxycart.com/authorize"),
    SANDBOX("https://api-sandbox.foxycart.com/", "https://my-sandbox.foxycart.com/authorize");

    private final URI apiUrl;
    private final URI authorizeUrl;

    Environment(String apiUrl, String authorizeUrl) {
        this.apiUrl = URI.create(apiUrl);
        this.authorizeUrl = URI.create(authorizeUrl);
    }

    /** As in {@code foxden.environment}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI apiUrl() {
        return apiUrl;
    }

    public URI authorizeUrl() {
        return authorizeUrl;
    }

    static String allowed() {
        return Arrays.stream(values()).map(Environment::word).collect(Collectors.joining(", "));
    }

    public static Environment parse(String word) {
        return Arrays.stream(values())
                .filter(environment -> environment.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadValueException("setting/bad.environment"));
    }
}
