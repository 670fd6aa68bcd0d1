package io.foxden.testkit.account;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes secrets, and remembers every one it made. Safe for use by several threads. */
public final class Mint {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;

    private final RandomGenerator random;
    private final Set<String> issued = new LinkedHashSet<>();

    public Mint(RandomGenerator random) {
        this.random = random;
    }

    /** A new secret of 40 letters and digits. */
    synchronized String secret() {
        String secret = word(LENGTH);
        issued.add(secret);
        return secret;
    }

    /** A client id for a registration that sent none: random, but no secret. */
    public synchronized String clientId() {
        return "client_" + word(LENGTH - 10);
    }

    /** A copy of every secret made so far. */
    public synchronized Set<String> issued() {
        return Set.copyOf(issued);
    }

    public synchronized void clear() {
        issued.clear();
    }

    private String word(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
