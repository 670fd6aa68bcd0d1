package io.foxden.setting;

import io.foxden.words.Languages;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What values of settings and fields are made of; each check throws {@link BadValueException}. */
public final class Syntax {
    static final int FIELD_LENGTH = 200;
    static final String SCOPES = "store_full_access, user_full_access";

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,7}) ?(ms|s|m)");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final Pattern BASE_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");
    private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$)");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{1,70}");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");
    private static final int KEY_BYTES = 32;
    private static final int SECRET_LEAST = 8;
    private static final int SECRET_MOST = 1000;
    private static final int TOKEN_LEAST = 20;

    private Syntax() {}

    /**
     * Text that could be read: without U+FFFD, which Java puts where bytes are none of the process's character set, such as
     * an umlaut in the environment of a process that runs in the language {@code C}.
     */
    public static String readable(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            throw new BadValueException(
                    Message.of("setting/bad.garbled").with("charset", System.getProperty("sun.jnu.encoding", "?")));
        }
        return text;
    }

    /** One line of 1 to 200 characters (Foxy: the limit of every registration field). */
    public static String line(String text) {
        if (text.length() > FIELD_LENGTH) {
            throw new BadValueException(Message.of("setting/bad.too-long")
                    .with("length", text.length())
                    .with("most", FIELD_LENGTH));
        }
        if (text.codePoints().anyMatch(Syntax::breaksLine)) {
            throw new BadValueException("setting/bad.control-character");
        }
        return readable(text);
    }

    private static boolean breaksLine(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    static String email(String text) {
        if (!EMAIL.matcher(line(text)).matches()) {
            throw new BadValueException("setting/bad.email");
        }
        return text;
    }

    public static String scope(String text) {
        if (!text.equals("store_full_access") && !text.equals("user_full_access")) {
            throw new BadValueException("setting/bad.scope");
        }
        return text;
    }

    /** One of the languages of Foxden; also the one that is none, for those who translate. */
    public static Locale language(String tag) {
        return Stream.concat(Languages.ALL.stream(), Stream.of(Words.PSEUDO))
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new BadValueException("setting/bad.language"));
    }

    static String languages() {
        return Languages.ALL.stream().map(Locale::toLanguageTag).collect(Collectors.joining(", "));
    }

    /** A client id is this and 30 characters more, and keeps within 100. */
    public static String clientIdPrefix(String text) {
        if (!PREFIX.matcher(text).matches()) {
            throw new BadValueException("setting/bad.prefix");
        }
        return text;
    }

    /** Empty or {@code /name(/name)*}, without a slash at the end. */
    public static String basePath(String text) {
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!BASE_PATH.matcher(path).matches() || DOTS.matcher(path).find()) {
            throw new BadValueException("setting/bad.base-path");
        }
        return path;
    }

    public static Duration duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new BadValueException("setting/bad.duration");
        }
        Duration duration = of(Long.parseLong(parts.group(1)), parts.group(2));
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw new BadValueException("setting/bad.range");
        }
        return duration;
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    /** Base64 (RFC 4648, section 4 or 5) of 32 bytes. */
    public static String vaultKey(String text) {
        int length = base64Length(text);
        if (length != KEY_BYTES) {
            throw new BadValueException(Message.of("setting/bad.key-length").with("length", length));
        }
        return text;
    }

    private static int base64Length(String text) {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')).length;
        } catch (IllegalArgumentException e) {
            throw new BadValueException("setting/bad.base64");
        }
    }

    public static String passphrase(String text) {
        if (text.length() < SECRET_LEAST || text.length() > SECRET_MOST) {
            throw new BadValueException(Message.of("setting/bad.secret-length").with("length", text.length()));
        }
        return text;
    }

    /** The first half of Basic, which ends at the first colon (RFC 7617, section 2). */
    public static String basicUser(String text) {
        if (line(text).indexOf(':') >= 0) {
            throw new BadValueException("setting/bad.colon");
        }
        return text;
    }

    public static String password(String text) {
        if (text.length() > SECRET_MOST || text.codePoints().anyMatch(Syntax::breaksLine)) {
            throw new BadValueException(Message.of("setting/bad.password").with("length", text.length()));
        }
        return text;
    }

    /** Fit for an {@code Authorization} header (RFC 6750, section 2.1), and not to be guessed: nothing else stops that. */
    public static String token(String text) {
        if (text.length() < TOKEN_LEAST) {
            throw new BadValueException(Message.of("setting/bad.guessable").with("length", text.length()));
        }
        if (!VISIBLE.matcher(passphrase(text)).matches()) {
            throw new BadValueException("setting/bad.visible");
        }
        return text;
    }
}
