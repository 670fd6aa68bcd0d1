package io.foxden.doctor;

import io.foxden.foxy.Foxy;
import io.foxden.hal.HalDocument;
import io.foxden.http.HttpRequest;
import io.foxden.problem.Code;
import io.foxden.registration.Client;
import io.foxden.token.TokenReply;
import io.foxden.words.Message;
import java.util.Objects;

/** Foxy itself, and whether it knows our client: what needs the network. */
final class FoxyChecks {
    private final Patient patient;

    FoxyChecks(Patient patient) {
        this.patient = patient;
    }

    void home(Findings findings) {
        Foxy foxy = patient.endpoints().foxy(patient.journals().read().current());
        // Not foxy.link(), which makes do with the copy of the home it holds when Foxy cannot be reached.
        HalDocument home = foxy.send(HttpRequest.get(foxy.apiUrl())).orThrow().document();
        foxy.requireTrusted(Foxy.resolve(home, foxy.apiUrl(), "fx:create_client"));
        foxy.requireTrusted(Foxy.resolve(home, foxy.apiUrl(), "fx:token"));
        findings.ok(Message.of("doctor/foxy.good").with("url", foxy.apiUrl()));
    }

    void client(Findings findings) {
        Client client = patient.journals().read().current();
        if (client == null || patient.vault().problem().isPresent()) {
            return;
        }
        TokenReply reply = patient.tokenEndpoint().inspect(client);
        if (reply instanceof TokenReply.Granted) {
            accepted(findings, client);
        } else if (reply instanceof TokenReply.Refused refused) {
            Code code = refused.invalidClient() ? Code.CLIENT_UNKNOWN : Code.API_REFUSED;
            findings.failed(refused.reason().problem(code));
        } else if (reply instanceof TokenReply.Unclear unclear) {
            findings.failed(unclear.reason().problem(Code.API_UNREACHABLE));
        }
    }

    private static void accepted(Findings findings, Client client) {
        if (client.refused()) {
            findings.warning(
                    Message.of("doctor/client.again").with("at", Objects.requireNonNull(client.refusedAt())),
                    Message.of("doctor/client.again.next"));
        } else {
            findings.ok(Message.of("doctor/client.good"));
        }
    }
}
