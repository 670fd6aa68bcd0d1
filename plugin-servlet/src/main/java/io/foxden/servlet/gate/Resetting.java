package io.foxden.servlet.gate;

import io.foxden.installation.Forgotten;

/** Forgets tokens and clients. */
@FunctionalInterface
public interface Resetting {
    /** @param withoutKey whether everything sealed is given up, as the key is lost */
    Forgotten run(boolean withoutKey);
}
