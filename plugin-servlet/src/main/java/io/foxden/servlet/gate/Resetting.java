package io.foxden.servlet.gate;

import io.foxden.installation.Forgotten;

/** Forgets tokens and clients, and ends all sessions. */
@FunctionalInterface
public interface Resetting {
    /**
     * @param withoutKey whether everything sealed is given up, as the key is lost
     * @param session token of the session that asks for it, and stays; empty where there is none
     */
    Forgotten run(boolean withoutKey, String session);
}
