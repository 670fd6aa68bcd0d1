package io.foxden.token;

import io.foxden.foxy.Reply;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.problem.RefusedException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.words.Message;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether Foxy accepts a client of ours: the one place where that is asked, told and set down. */
public final class ClientCheck {
    private final ClientJournal journals;
    private final TokenEndpoint endpoint;

    public ClientCheck(ClientJournal journals, TokenEndpoint endpoint) {
        this.journals = journals;
        this.endpoint = endpoint;
    }

    /**
     * What to say of a client that Foxy refuses.
     *
     * @param nextAttemptAt when it is tried again
     */
    public static Problem refusal(Client client, @Nullable Instant nextAttemptAt) {
        return Problem.of(
                        Code.CLIENT_UNKNOWN,
                        Message.of("token/client-refused-since").with("since", since(client)))
                .lasting(client.refusedAt(), nextAttemptAt);
    }

    private static Instant since(Client client) {
        return Objects.requireNonNull(client.refusedAt());
    }

    /** Sets down that Foxy refuses this client, whichever way it authenticates. */
    public RefusedException refused(Client client, Reply.Refused reason) {
        journals.rememberRefused(client.key(), true);
        return new RefusedException(refusal(reason), reason.status());
    }

    /** Sets down that Foxy accepted this client. */
    void accepted(Client client) {
        if (client.refused()) {
            journals.rememberRefused(client.key(), false);
        }
    }

    static Problem refusal(Reply.Refused reason) {
        return Problem.of(
                        Code.CLIENT_UNKNOWN, Message.of("token/client-refused").with("words", reason.words()))
                .withLogref(reason.logref());
    }

    /**
     * Asks Foxy whether it knows the client; what a browser brings along, or what was met once, could be a mistake.
     *
     * @throws RefusedException {@link Code#CLIENT_UNKNOWN}, which is set down; the opposite is set down, too
     * @throws FoxdenException if Foxy cannot be asked
     */
    public void verify(Client client) {
        TokenReply reply = endpoint.clientCredentials(client);
        if (reply instanceof TokenReply.Unclear unclear) {
            throw unclear.reason().exception();
        }
        if (reply instanceof TokenReply.Refused refused && refused.invalidClient()) {
            throw refused(client, refused.reason());
        }
        accepted(client);
    }

    /** Asks, if Foxy refused the client earlier; {@link #verify}. */
    public void verifyIfRefused(Client client) {
        if (client.refused()) {
            verify(client);
        }
    }
}
