package io.foxden.problem;

import static io.foxden.problem.Remedy.*;

import io.foxden.words.Message;
import java.util.Arrays;
import java.util.Locale;

/**
 * The stable words for what can go wrong, each with the HTTP status of the JSON API and the exit status of the command
 * line. Scripts hold on to {@link #word()}, {@link #httpStatus()} and {@link #exitStatus()}: never change one.
 */
public enum Code {
    STATE_MISMATCH(400, 1, START_AGAIN),
    TICKET_INVALID(400, 1, START_AGAIN),
    ACCESS_DENIED(403, 4, APPROVE),
    AUTHORIZATION_REFUSED(502, 7, REPORT),
    CODE_REFUSED(502, 7, START_AGAIN),
    NOT_INSTALLED(409, 3, INSTALL),
    NOT_CONNECTED(409, 4, CONNECT),
    ALREADY_CONNECTED(409, 0, DISCONNECT_FIRST),
    ALREADY_INSTALLED(409, 1, RESET_FIRST),
    SITE_MOVED(409, 1, MOVE_BACK),
    DETAILS_MISSING(422, 1, GIVE_DETAILS),
    REGISTRATION_REJECTED(422, 7, CORRECT_DETAILS),
    REGISTRATION_AMBIGUOUS(503, 5, INSTALL_AGAIN),
    API_UNREACHABLE(503, 5, TRY_LATER),
    API_REFUSED(502, 7, READ_MESSAGE),
    UNTRUSTED_LINK(502, 7, CHECK_API_URL),
    LINK_MISSING(502, 7, CHECK_API_URL),
    NEEDS_RECONNECT(409, 4, RECONNECT),
    CONSENT_EXPIRES(409, 4, CONNECT_BEFORE),
    CLIENT_UNKNOWN(409, 7, REGISTER_AGAIN),
    BAD_SETTING(500, 1, CORRECT_SETTING),
    VAULT_KEY_MISSING(500, 1, RESTORE_KEY),
    VAULT_KEY_WRONG(500, 1, RESTORE_KEY),
    HOME_UNUSABLE(500, 1, CHECK_HOME),
    HOME_IN_USE(503, 1, GIVE_OWN_HOME),
    HOME_ELSEWHERE(409, 1, CHOOSE_HOME),
    NOT_FIRST(503, 1, LET_PASS),
    HOME_NOT_OURS(500, 1, CHANGE_ACCOUNT),
    HOME_MISSING(500, 1, NAME_HOME),
    RECORD_UNREADABLE(500, 1, RESTORE_RECORD),
    STORE_UNREACHABLE(503, 1, TRY_LATER),
    NOT_STARTED(503, 1, READ_LOG),
    UPKEEP_LATE(503, 1, RESTART),
    LOCKED(503, 6, TRY_LATER),
    UNAUTHENTICATED(401, 1, SIGN_IN),
    FORBIDDEN(403, 1, ASK_ADMINISTRATOR),
    CSRF_MISMATCH(403, 1, RELOAD),
    CODE_WRONG(401, 1, SIGN_IN),
    RATE_LIMITED(429, 1, WAIT),
    BAD_REQUEST(400, 2, CORRECT_REQUEST),
    NOT_FOUND(404, 1, CHECK_ADDRESS),
    METHOD_NOT_ALLOWED(405, 1, CHECK_ADDRESS),
    WRONG_USAGE(400, 2, READ_HELP),
    INTERNAL(500, 1, REPORT);

    private final int httpStatus;
    private final int exitStatus;
    private final Remedy remedy;

    Code(int httpStatus, int exitStatus, Remedy remedy) {
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

    /** A short sentence without a full stop, the {@code title} of RFC 9457; in English. */
    public String title() {
        return heading().toString();
    }

    /** The title, in no language yet. */
    public Message heading() {
        return Message.of("problem/title." + word());
    }

    /** The HTTP status of a problem document with this code. */
    public int httpStatus() {
        return httpStatus;
    }

    /** The exit status of a command that ends with this code. */
    public int exitStatus() {
        return exitStatus;
    }

    /** What to do next, where the thrower knows nothing more exact; in English. */
    public String remedy() {
        return next().toString();
    }

    /** What to do next, in no language yet. */
    public Message next() {
        return Message.of("problem/remedy." + remedy.name().toLowerCase(Locale.ROOT));
    }
}
