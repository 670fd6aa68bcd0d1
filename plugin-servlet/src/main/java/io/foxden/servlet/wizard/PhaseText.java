package io.foxden.servlet.wizard;

import io.foxden.Phase;

/** How a phase is told to people. */
record PhaseText(String word, String mood, String heading, String lead) {
    /** The same while a setting or a key keeps anything from being changed. */
    PhaseText blocked() {
        return new PhaseText(word, mood, heading, "Nothing can be changed here until this is put right.");
    }

    static PhaseText of(Phase phase) {
        return switch (phase) {
            case NEW ->
                new PhaseText(
                        "Not set up yet",
                        "",
                        "Connect this site to Foxy",
                        "Foxden registers this site at Foxy as a client of its own, with the details below. Then the store’s"
                                + " owner is asked for approval. Nothing is sent before you press a button.");
            case REGISTERING ->
                new PhaseText(
                        "Registration unfinished",
                        "note",
                        "The answer to the registration never came",
                        "Foxden asked Foxy to register this site, and no answer arrived. Register again: it asks with the same"
                                + " client id, so nothing is made twice.");
            case REGISTERED ->
                new PhaseText(
                        "Registered",
                        "note",
                        "Registered, not connected yet",
                        "Foxy knows this site now. Connect it: you are taken to Foxy, log in there, pick the store and approve.");
            case CONNECTED -> new PhaseText("Connected", "good", "Connected to Foxy", "");
            case BROKEN -> new PhaseText("Broken", "bad", "The connection does not work", "");
            case DISCONNECTED ->
                new PhaseText(
                        "Disconnected",
                        "note",
                        "Disconnected",
                        "The tokens were forgotten on purpose. The registration is kept: connect again whenever you like.");
        };
    }
}
