package io.foxden.event;

import io.foxden.problem.Code;
import io.foxden.store.Fields;
import io.foxden.words.Message;
import io.foxden.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event as it was set down. One that a later version told is read, too.
 *
 * @param event its word, such as {@code refreshed}
 * @param facts by name, in the order they were told
 */
public record Told(Instant at, String event, Map<String, String> facts) {
    private static final String AT = "at";
    private static final String EVENT = "event";
    private static final int LONGEST_FACT = 80;
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");
    private static final String CODE = "code";
    private static final String LOGREF = "logref";

    public Told {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    static Told of(Instant at, Event event) {
        return new Told(at, event.word(), event.facts());
    }

    Fields line() {
        Fields line = Fields.none().with(AT, at).with(EVENT, event);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            line = line.with(fact.getKey(), cut(fact.getValue()));
        }
        return line;
    }

    /** Empty where the line tells no event. */
    static Optional<Told> read(Fields line) {
        Map<String, String> texts = new LinkedHashMap<>();
        line.plain().forEach((key, value) -> texts.put(key, String.valueOf(value)));
        String at = texts.remove(AT);
        String event = texts.remove(EVENT);
        try {
            return at == null || event == null || !WORD.matcher(event).matches()
                    ? Optional.empty()
                    : Optional.of(new Told(Instant.parse(at), event, texts));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What happened, to be said to people. */
    public Message sentence() {
        String key = "event/told." + event;
        if (!Words.english().knows(key)) {
            return Message.of("event/told.other").with("event", event).with("facts", facts);
        }
        Message sentence = Message.of(key).with("reference", reference());
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            sentence = sentence.with(fact.getKey(), fact.getValue());
        }
        return facts.containsKey(CODE)
                ? sentence.with(CODE, Code.ofWord(facts.get(CODE)).heading())
                : sentence;
    }

    private Message reference() {
        String logref = facts.get(LOGREF);
        return logref == null ? Message.asIs("") : Message.of("event/reference").with(LOGREF, logref);
    }

    /** A line has a longest; whoever tells longer facts tells too much. */
    private static String cut(String fact) {
        return fact.length() <= LONGEST_FACT ? fact : fact.substring(0, LONGEST_FACT);
    }
}
