package io.foxden.servlet.connect;

import io.foxden.ConnectionStatus;
import io.foxden.authorization.Arrival;
import io.foxden.authorization.Outcome;
import io.foxden.problem.Problem;
import io.foxden.servlet.page.Frame;
import io.foxden.servlet.page.Moment;
import io.jstach.jstache.JStache;
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
        @Nullable Details details) {

    /** What only administrators are told. */
    record Details(
            @Nullable Problem problem,
            @Nullable Granted connection,
            @Nullable String onwards) {}

    /** The store that is connected now. */
    record Granted(
            @Nullable String storeName,
            @Nullable String storeId,
            String scope,
            Moment refreshedAt,
            Moment validUntil) {}

    static ResultPage of(Arrival arrival, String home) {
        return switch (arrival.outcome()) {
            case CONNECTED ->
                new ResultPage(
                        Frame.of("Connected", home),
                        "good",
                        arrival.again() ? "Connected already" : "Connected",
                        arrival.again()
                                ? "Access to the store was granted before; nothing was changed. You can close this page."
                                : "Access to the store was granted. You can close this page.",
                        arrival.reference(),
                        null);
            case DECLINED ->
                new ResultPage(
                        Frame.of("Declined", home),
                        "note",
                        "Declined",
                        "Access was declined at Foxy. The integration cannot work without it.",
                        arrival.reference(),
                        null);
            case FAILED ->
                new ResultPage(
                        Frame.of("Failed", home),
                        "bad",
                        "Not connected",
                        "Connecting failed. Give the reference to whoever runs this site.",
                        arrival.reference(),
                        null);
        };
    }

    static ResultPage forgotten(String home) {
        return new ResultPage(
                Frame.of("No result", home),
                "note",
                "No result under this reference",
                "The address is incomplete, or the result is so old that it is no longer kept.",
                null,
                null);
    }

    ResultPage forAdministrator(@Nullable String signOut, Arrival arrival, @Nullable ConnectionStatus connection) {
        String onwards = arrival.outcome() == Outcome.CONNECTED ? null : arrival.returnTo();
        return new ResultPage(
                new Frame(frame.title(), frame.home(), signOut),
                mood,
                heading,
                text,
                reference,
                new Details(arrival.problem(), connection == null ? null : of(connection), onwards));
    }

    private static Granted of(ConnectionStatus status) {
        return new Granted(
                status.storeName(),
                status.storeId(),
                status.scope(),
                new Moment(status.refreshedAt()),
                new Moment(status.accessTokenExpiresAt()));
    }

    String html() {
        return ResultPageRenderer.of().execute(this);
    }
}
