package io.foxden.event;

import io.foxden.problem.Code;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an installation: facts only, no secret, no sentence. When it happened is added by
 * {@link Events}. The words and the facts' names are in stored histories and in the JSON API: never change one.
 */
public sealed interface Event {
    /** Its word in the history and in JSON, such as {@code refreshed}. */
    String word();

    /** What a reader wants to know of it, by name. */
    Map<String, String> facts();

    /** This installation became a client of Foxy's. */
    record Registered(Fingerprint client) implements Event {
        @Override
        public String word() {
            return "registered";
        }

        @Override
        public Map<String, String> facts() {
            return named("client", client.text());
        }
    }

    /** Foxy refused the registration. */
    record RegistrationRefused(Code code, @Nullable String logref) implements Event {
        @Override
        public String word() {
            return "registration_refused";
        }

        @Override
        public Map<String, String> facts() {
            return named("code", code.word(), "logref", logref);
        }
    }

    /**
     * The owner consented, and the tokens are at hand.
     *
     * @param scope as Foxy granted it, without ids
     */
    record Connected(String connection, String scope) implements Event {
        @Override
        public String word() {
            return "connected";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection, "scope", scope);
        }
    }

    /** A consent that was begun did not come to tokens: the owner declined, or Foxy refused. */
    record ConsentFailed(
            String connection, Code code, @Nullable String logref) implements Event {
        @Override
        public String word() {
            return "consent_failed";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection, "code", code.word(), "logref", logref);
        }
    }

    /** There is a new access token. */
    record Refreshed(String connection, Instant expiresAt) implements Event {
        @Override
        public String word() {
            return "refreshed";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection, "expires_at", text(expiresAt));
        }
    }

    /** A time begins in which a connection's token cannot be refreshed, and nobody has said no. */
    record Failed(String connection, Code code, @Nullable String logref) implements Event {
        @Override
        public String word() {
            return "failed";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection, "code", code.word(), "logref", logref);
        }
    }

    /** A time begins in which Foxy says no to a connection's credentials. */
    record Refused(String connection, Code code, @Nullable String logref) implements Event {
        @Override
        public String word() {
            return "refused";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection, "code", code.word(), "logref", logref);
        }
    }

    /** Another attempt in such a time came to the same. To be counted; no news. */
    record StillFailing(String connection, Code code) implements Event {
        @Override
        public String word() {
            return "still_failing";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection, "code", code.word());
        }
    }

    /**
     * Such a time ends.
     *
     * @param code what was wrong last
     * @param since when it began, where that is known
     */
    record Healed(String connection, Code code, @Nullable Instant since) implements Event {
        @Override
        public String word() {
            return "healed";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection, "code", code.word(), "since", text(since));
        }
    }

    /** A connection's tokens were forgotten on purpose. */
    record Disconnected(String connection) implements Event {
        @Override
        public String word() {
            return "disconnected";
        }

        @Override
        public Map<String, String> facts() {
            return named("connection", connection);
        }
    }

    /** An administrator's session was opened. */
    record SignedIn(SignInBy by) implements Event {
        @Override
        public String word() {
            return "signed_in";
        }

        @Override
        public Map<String, String> facts() {
            return named("by", by.word());
        }
    }

    /** An administrator's session was ended before its time. */
    record SignedOut() implements Event {
        @Override
        public String word() {
            return "signed_out";
        }

        @Override
        public Map<String, String> facts() {
            return named();
        }
    }

    /** Every session but perhaps that of whoever did it, and every login code, was ended. */
    record AllSignedOut() implements Event {
        @Override
        public String word() {
            return "all_signed_out";
        }

        @Override
        public Map<String, String> facts() {
            return named();
        }
    }

    /** A setting says something else than before; not what. */
    record SettingChanged(String setting) implements Event {
        @Override
        public String word() {
            return "setting_changed";
        }

        @Override
        public Map<String, String> facts() {
            return named("setting", setting);
        }
    }

    /** The site is at another address than the one that Foxy sends browsers back to. */
    record SiteMoved(String registered, String now) implements Event {
        @Override
        public String word() {
            return "site_moved";
        }

        @Override
        public Map<String, String> facts() {
            return named("registered", registered, "now", now);
        }
    }

    /** A candidate has worked, and is the client in use. */
    record Promoted(Fingerprint client, @Nullable Fingerprint former) implements Event {
        @Override
        public String word() {
            return "promoted";
        }

        @Override
        public Map<String, String> facts() {
            return named("client", client.text(), "former", former == null ? null : former.text());
        }
    }

    /** Tokens and client were forgotten on purpose. */
    record Reset() implements Event {
        @Override
        public String word() {
            return "reset";
        }

        @Override
        public Map<String, String> facts() {
            return named();
        }
    }

    /** A record was damaged, and its earlier version took its place. */
    record Recovered(String record) implements Event {
        @Override
        public String word() {
            return "recovered";
        }

        @Override
        public Map<String, String> facts() {
            return named("record", record);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** @param namesAndValues in turn; a value that is null is left out */
    private static Map<String, String> named(@Nullable String... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            if (value != null) {
                facts.put(Objects.requireNonNull(namesAndValues[i]), value);
            }
        }
        return facts;
    }
}
