package io.foxden.foreign;

import io.foxden.secret.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Foxy, the owner of a store or a browser wrote, made fit to be kept and shown. Text always comes out, cleaned;
 * what has a syntax (RFC 6749, appendix A) comes out as it was, or not at all.
 */
public final class Foreign {
    /** What Foxy documents as the life of an access token. */
    public static final Duration DOCUMENTED_LIFETIME = Duration.ofHours(2);
    /** More is not believed: the token is asked for anew after this. */
    public static final Duration LONGEST_LIFETIME = Duration.ofDays(30);

    private static final int NAME_LENGTH = 200;
    private static final int MESSAGE_LENGTH = 500;
    private static final int REFERENCE_LENGTH = 100;
    private static final Pattern SECRET = Pattern.compile("[ -~]{1,4096}");
    private static final Pattern CLIENT_ID = Pattern.compile("[ -~]{1,200}");
    private static final Pattern RESOURCE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SCOPE = Pattern.compile("(?=.{1,1000}$)[!#-\\[\\]-~]++(?: [!#-\\[\\]-~]++)*+");
    private static final Pattern ERROR_WORD = Pattern.compile("[a-z_]{1,60}");
    private static final Pattern SECONDS = Pattern.compile("-?([0-9]{1,15})(\\.[0-9]{1,9})?");

    private Foreign() {}

    /** A name, of a store, a person or a project: one clean line of at most 200 characters. */
    public static String name(String text) {
        return line(text, NAME_LENGTH);
    }

    /** What somebody has to say, such as the message of an error: one clean line of at most 500 characters. */
    public static String message(String text) {
        return line(text, MESSAGE_LENGTH);
    }

    /** What somebody's support asks for, such as a {@code logref}: one clean line of at most 100 characters. */
    public static String reference(String text) {
        return line(text, REFERENCE_LENGTH);
    }

    /**
     * The text on one line: without controls (Cc), format characters (Cf), line and paragraph separators (Zl, Zp) and
     * halves of surrogate pairs, white space folded to one blank, none at the ends. Where it goes on beyond the
     * length, the last character is "…".
     *
     * @param longest in code points, at least 1
     */
    public static String line(String text, int longest) {
        return CleanLine.of(text, longest);
    }

    /** A token, a code or a client's secret: 1 to 4,096 of VSCHAR (RFC 6749, appendices A.2, A.11, A.12, A.17). */
    public static Optional<Secret> secret(String text) {
        return matching(SECRET, text).map(Secret::of);
    }

    /** A client's id: 1 to 200 of VSCHAR (RFC 6749, appendix A.1). */
    public static Optional<String> clientId(String text) {
        return matching(CLIENT_ID, text);
    }

    /** The id of a store or a user: 1 to 64 letters, digits, hyphens and underscores. */
    public static Optional<String> resourceId(String text) {
        return matching(RESOURCE_ID, text);
    }

    /** A scope: tokens with a blank between, 1,000 characters at most in all (RFC 6749, appendix A.4). */
    public static Optional<String> scope(String text) {
        return matching(SCOPE, text);
    }

    /** The stable word of an OAuth error; unlike the {@code "error": "Not Found"} of a framework or proxy in between. */
    public static Optional<String> errorWord(String text) {
        return matching(ERROR_WORD, text);
    }

    /**
     * The life of a token from the seconds that the answer tells, as a number or as text: what is documented, two
     * hours, where it tells none, or none that can be (zero, less, not a number, more than 15 digits); else at most
     * 30 days.
     */
    public static Duration lifetime(@Nullable String seconds) {
        if (seconds == null || !SECONDS.matcher(seconds.strip()).matches()) {
            return DOCUMENTED_LIFETIME;
        }
        String whole = seconds.strip().replaceFirst("\\..*", "");
        Duration told = Duration.ofSeconds(Long.parseLong(whole));
        if (told.isNegative() || told.isZero()) {
            return DOCUMENTED_LIFETIME;
        }
        return told.compareTo(LONGEST_LIFETIME) > 0 ? LONGEST_LIFETIME : told;
    }

    private static Optional<String> matching(Pattern syntax, String text) {
        return syntax.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
