package io.foxden.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which language somebody is answered: always the one that is set, else the first of those that they read and that
 * there are texts in, else English. What is chosen is what is then shown: a language whose texts are not there is never
 * chosen. Immutable.
 */
public final class Languages {
    /** The languages that Foxden is to speak; there may be no texts in some of them yet. */
    public static final List<Locale> ALL = Stream.of("en", "de", "fr", "es", "ja", "ar")
            .map(Locale::forLanguageTag)
            .toList();

    /** What browsers send is a tenth of this; a server reads much more. */
    private static final int LONGEST_HEADER = 500;

    private static final String RANGE = "(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)(\\s*;\\s*[qQ]=[01](\\.[0-9]{0,3})?)?";

    /** The JDK's own reading fails in more ways than one on what is no such list (RFC 4647, section 2.1). */
    private static final Pattern ACCEPTED = Pattern.compile("\\s*" + RANGE + "(\\s*,\\s*" + RANGE + ")*\\s*");

    private final @Nullable Locale always;
    private final List<Locale> there;

    /**
     * @param always the one that is set, if any is
     * @param there those that there are texts in, English among them
     */
    public Languages(@Nullable Locale always, List<Locale> there) {
        this.always = always;
        this.there = List.copyOf(there);
    }

    /** @param always the one that is set, if any is: one of {@link #ALL}, or {@link Words#PSEUDO} */
    public static Languages of(Optional<Locale> always) {
        return new Languages(
                always.orElse(null), ALL.stream().filter(Bundles::speaks).toList());
    }

    /** The words for whoever told nothing. */
    public Words words() {
        return words(null);
    }

    /**
     * The words for whoever sent this.
     *
     * @param accepted the value of a header {@code Accept-Language} (RFC 9110, section 12.5.4); what makes no sense of it
     *     counts as nothing
     */
    public Words words(@Nullable String accepted) {
        return Words.in(always == null ? read(accepted) : shown(always));
    }

    /** Whether the answer depends on what is accepted. */
    public boolean vary() {
        return always == null && there.size() > 1;
    }

    private Locale shown(Locale wished) {
        return wished.equals(Words.PSEUDO) || there.contains(wished) ? wished : Locale.ENGLISH;
    }

    private Locale read(@Nullable String accepted) {
        if (accepted == null
                || accepted.length() > LONGEST_HEADER
                || !ACCEPTED.matcher(accepted).matches()) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted.strip()), there);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
