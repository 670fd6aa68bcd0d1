package io.foxden.servlet.connect;

import io.foxden.ConnectionStatus;
import io.foxden.authorization.Arrival;
import io.foxden.authorization.Outcome;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.page.Frame;
import io.foxden.servlet.page.Moment;
import io.foxden.servlet.page.ProblemText;
import io.foxden.servlet.page.Spoken;
import io.foxden.words.Message;
import io.foxden.words.Words;
import io.jstach.jstache.JStache;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a consent ended.
 *
 * @param mood a class of the stylesheet
 * @param reference null where the result is not known
 * @param details for administrators only
 */
@JStache(path = "result")
record ResultPage(
        Frame frame,
        String mood,
        String heading,
        String text,
        @Nullable String reference,
        @Nullable Details details) implements Spoken {

    /** What only administrators are told. */
    record Details(
            @Nullable ProblemText problem,
            @Nullable Granted connection,
            @Nullable String onwards) {}

    /** The store that is connected now. */
    record Granted(
            @Nullable String storeName,
            @Nullable String storeId,
            String scope,
            Moment refreshedAt,
            Moment validUntil) {}

    static ResultPage of(Arrival arrival, Request request) {
        String ending = arrival.outcome().name().toLowerCase(Locale.ROOT);
        String told = arrival.outcome() == Outcome.CONNECTED && arrival.again() ? "again" : ending;
        return of(request, ending, told, mood(arrival.outcome()), arrival.reference());
    }

    private static String mood(Outcome outcome) {
        return switch (outcome) {
            case CONNECTED -> "good";
            case DECLINED -> "note";
            case FAILED -> "bad";
        };
    }

    static ResultPage forgotten(Request request) {
        return of(request, "forgotten", "forgotten", "note", null);
    }

    private static ResultPage of(Request request, String ending, String told, String mood, @Nullable String reference) {
        Words words = request.words();
        return new ResultPage(
                Frame.of(request, Message.of("servlet/connect/title." + ending)),
                mood,
                words.text("servlet/connect/heading." + told),
                words.text("servlet/connect/text." + told),
                reference,
                null);
    }

    ResultPage forAdministrator(@Nullable String signOut, Arrival arrival, @Nullable ConnectionStatus connection) {
        Words words = frame.words();
        String onwards = arrival.outcome() == Outcome.CONNECTED ? null : arrival.returnTo();
        return new ResultPage(
                frame.signedIn(signOut),
                mood,
                heading,
                text,
                reference,
                new Details(
                        arrival.problem() == null ? null : ProblemText.of(arrival.problem(), words),
                        connection == null ? null : of(connection, words),
                        onwards));
    }

    private static Granted of(ConnectionStatus status, Words words) {
        return new Granted(
                status.storeName(),
                status.storeId(),
                status.scope(),
                new Moment(status.refreshedAt(), words),
                new Moment(status.accessTokenExpiresAt(), words));
    }

    String html() {
        return ResultPageRenderer.of().execute(this);
    }
}
