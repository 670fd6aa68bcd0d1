package io.foxden.problem;

import static io.foxden.problem.Remedy.*;

import java.util.Arrays;
import java.util.Locale;

/**
 * The stable words for what can go wrong, each with the HTTP status of the JSON API and the exit status of the command
 * line. Scripts hold on to {@link #word()}, {@link #httpStatus()} and {@link #exitStatus()}: never change one.
 */
public enum Code {
    STATE_MISMATCH("This answer does not belong to this browser", 400, 1, START_AGAIN),
    TICKET_INVALID("This link cannot be used", 400, 1, START_AGAIN),
    ACCESS_DENIED("Access was declined at Foxy", 403, 4, APPROVE),
    AUTHORIZATION_REFUSED("Foxy refused the authorization request", 502, 7, REPORT),
    CODE_REFUSED("Foxy refused the authorization code", 502, 7, START_AGAIN),
    NOT_INSTALLED("Not registered at Foxy yet", 409, 3, INSTALL),
    NOT_CONNECTED("No store is connected yet", 409, 4, CONNECT),
    ALREADY_CONNECTED("A store is connected already", 409, 0, DISCONNECT_FIRST),
    ALREADY_INSTALLED("Registered already, with another address", 409, 1, RESET_FIRST),
    DETAILS_MISSING("Details for the registration are missing", 422, 1, GIVE_DETAILS),
    REGISTRATION_REJECTED("Foxy refused the registration", 422, 7, CORRECT_DETAILS),
    REGISTRATION_AMBIGUOUS("Foxy's answer to the registration never came", 503, 5, INSTALL_AGAIN),
    API_UNREACHABLE("Foxy cannot be reached", 503, 5, TRY_LATER),
    API_REFUSED("Foxy refused the request", 502, 7, READ_MESSAGE),
    UNTRUSTED_LINK("Foxy's answer points at a host that is not trusted", 502, 7, CHECK_API_URL),
    LINK_MISSING("Foxy's answer lacks a link", 502, 7, CHECK_API_URL),
    NEEDS_RECONNECT("Foxy no longer accepts the connection", 409, 4, RECONNECT),
    CONSENT_EXPIRES("The consent cannot be renewed and will end", 409, 4, CONNECT_BEFORE),
    CLIENT_UNKNOWN("Foxy no longer accepts this client", 409, 7, REGISTER_AGAIN),
    BAD_SETTING("A setting is wrong", 500, 1, CORRECT_SETTING),
    VAULT_KEY_MISSING("The vault key is missing", 500, 1, RESTORE_KEY),
    VAULT_KEY_WRONG("The vault key is not the one that sealed the records", 500, 1, RESTORE_KEY),
    HOME_UNUSABLE("The home folder cannot be used", 500, 1, CHECK_HOME),
    RECORD_UNREADABLE("A record in the home folder cannot be read", 500, 1, RESTORE_RECORD),
    STORE_UNREACHABLE("The records cannot be reached just now", 503, 1, TRY_LATER),
    NOT_STARTED("Foxden is not running here", 503, 1, READ_LOG),
    UPKEEP_LATE("The background thread is late", 503, 1, RESTART),
    LOCKED("Another process is at work on this installation", 503, 6, TRY_LATER),
    UNAUTHENTICATED("Administrators only", 401, 1, SIGN_IN),
    FORBIDDEN("This account may not do that", 403, 1, ASK_ADMINISTRATOR),
    CSRF_MISMATCH("The form was not sent from this page", 403, 1, RELOAD),
    CODE_WRONG("This code does not open the page", 401, 1, SIGN_IN),
    RATE_LIMITED("Too many attempts", 429, 1, WAIT),
    BAD_REQUEST("The request cannot be understood", 400, 2, CORRECT_REQUEST),
    NOT_FOUND("There is nothing at this address", 404, 1, CHECK_ADDRESS),
    METHOD_NOT_ALLOWED("This address does not take this method", 405, 1, CHECK_ADDRESS),
    WRONG_USAGE("Wrong usage", 400, 2, READ_HELP),
    INTERNAL("An error of Foxden's own", 500, 1, REPORT);

    private final String title;
    private final int httpStatus;
    private final int exitStatus;
    private final Remedy remedy;

    Code(String title, int httpStatus, int exitStatus, Remedy remedy) {
        this.title = title;
        this.httpStatus = httpStatus;
        this.exitStatus = exitStatus;
        this.remedy = remedy;
    }

    /** The word in JSON and on the terminal, such as {@code state_mismatch}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The code with this word; {@link #INTERNAL} for a word of a later version. */
    public static Code ofWord(String word) {
        return Arrays.stream(values())
                .filter(code -> code.word().equals(word))
                .findFirst()
                .orElse(INTERNAL);
    }

    /** A short sentence without a full stop, the {@code title} of RFC 9457. */
    public String title() {
        return title;
    }

    /** The HTTP status of a problem document with this code. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The exit status of a command that ends with this code. */
    public int exitStatus() {
        return exitStatus;
    }

    /** What to do next, where the thrower knows nothing more exact. */
    public String remedy() {
        return remedy.text();
    }
}
