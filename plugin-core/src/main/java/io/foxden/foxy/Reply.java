package io.foxden.foxy;

import io.foxden.hal.HalDocument;
import io.foxden.http.HttpAnswer;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.words.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an answer means: it was done, Foxy said no, or nothing can be told from it. */
public sealed interface Reply {
    /**
     * The document where it was done.
     *
     * @throws RefusedException with {@link Code#API_REFUSED} where Foxy said no
     * @throws TryLaterException with {@link Code#API_UNREACHABLE} where nothing can be told
     */
    Done orThrow();

    /**
     * A 2xx answer that is really Foxy's.
     *
     * @param document empty where the answer had no content (204)
     */
    record Done(int status, HalDocument document, HttpAnswer answer) implements Reply {
        @Override
        public Done orThrow() {
            return this;
        }
    }

    /**
     * A 4xx answer with an error document that is really Foxy's (Foxy: "Error document").
     *
     * @param message Foxy's own words, several errors joined; without the secrets of the request
     * @param logref the first reference for Foxy's support
     * @param oauthError the stable word of an OAuth error, such as {@code invalid_grant}
     */
    record Refused(
            int status,
            String message,
            @Nullable String logref,
            @Nullable String oauthError) implements Reply {
        /** Whether it was the access token that was refused: 401 as {@code invalid_token} or as an error document. */
        public boolean invalidToken() {
            return status == 401 && (oauthError == null || oauthError.equals("invalid_token"));
        }

        /** Foxy's words, after the stable word of an OAuth error where there is one. */
        public String words() {
            return FoxyError.words(message, oauthError);
        }

        /** The problem with this code, Foxy's words and its reference. */
        public Problem problem(Code code) {
            Message what = Message.of("foxy/refused").with("status", status).with("words", words());
            return Problem.of(code, sentence(what)).withLogref(logref);
        }

        @Override
        public Done orThrow() {
            throw exception();
        }

        public RefusedException exception() {
            return new RefusedException(problem(Code.API_REFUSED), status);
        }
    }

    /**
     * No answer, or none that tells whether it was done: redirects, 429, 5xx, HTML, garbage, a 4xx that is not Foxy's.
     *
     * @param what a sentence without its full stop: "The answer of https://… was 502 with text/html"
     * @param sent false only where it is known that the request never left
     * @param timedOut whether it ended because the time was up, so that asking again at once means waiting as long
     * @param retryAfter how long the other side asks us to wait, at most a day
     */
    record Unclear(
            Message what,
            boolean sent,
            boolean timedOut,
            @Nullable Duration retryAfter,
            @Nullable String logref) implements Reply {
        /** For what did not end because the time was up. */
        public Unclear(Message what, boolean sent, @Nullable Duration retryAfter, @Nullable String logref) {
            this(what, sent, false, retryAfter, logref);
        }

        /** What came, with a full stop. */
        public Message sentence() {
            return Reply.sentence(what);
        }

        /** The problem with this code, saying what came, with Foxy's reference if there was one. */
        public Problem problem(Code code) {
            return Problem.of(code, sentence()).withLogref(logref);
        }

        @Override
        public Done orThrow() {
            throw exception();
        }

        public TryLaterException exception() {
            return new TryLaterException(problem(Code.API_UNREACHABLE), retryAfter, null);
        }
    }

    /** With a full stop, where Foxy's words at its end bring none. */
    private static Message sentence(Message what) {
        boolean ended = what.toString().matches("(?s).*[.!?…]");
        return Message.of(ended ? "foxy/ended" : "foxy/sentence").with("what", what);
    }
}
