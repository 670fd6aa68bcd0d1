package io.foxden.doctor;

import io.foxden.problem.Code;
import io.foxden.registration.Abandoned;
import io.foxden.registration.Attempt;
import io.foxden.registration.Client;
import io.foxden.registration.Journal;
import io.foxden.token.ClientCheck;
import io.foxden.words.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The clients that this installation is or was at Foxy, as the records say. */
final class ClientChecks {
    private final Patient patient;

    ClientChecks(Patient patient) {
        this.patient = patient;
    }

    void registration(Findings findings) {
        Journal journal = patient.journals().read();
        unanswered(findings, journal.attempt());
        current(findings, journal.current());
        candidate(findings, journal.candidate());
    }

    private static void unanswered(Findings findings, @Nullable Attempt attempt) {
        if (attempt != null) {
            findings.warning(
                    Message.of("doctor/registration.unanswered")
                            .with("at", attempt.startedAt())
                            .with("url", attempt.apiUrl())
                            .with("asked", attempt.asked()),
                    Code.REGISTRATION_AMBIGUOUS.next());
        }
    }

    private static void current(Findings findings, @Nullable Client client) {
        if (client == null) {
            findings.warning(Message.of("doctor/registration.none"), Code.NOT_INSTALLED.next());
        } else if (client.refused()) {
            findings.failed(ClientCheck.refusal(client, null));
        } else {
            findings.ok(Message.of("doctor/registration.good")
                    .with("at", client.registeredAt())
                    .with("url", client.apiUrl()));
        }
    }

    private static void candidate(Findings findings, @Nullable Client candidate) {
        if (candidate != null) {
            findings.warning(
                    Message.of("doctor/registration.candidate").with("at", candidate.registeredAt()),
                    Code.NOT_CONNECTED.next());
        }
    }

    void abandoned(Findings findings) {
        for (Abandoned abandoned : patient.journals().read().abandoned()) {
            findings.warning(
                    Message.of("doctor/abandoned.one")
                            .with("client", patient.journals().openId(abandoned.id()))
                            .with("at", abandoned.since())
                            .with("reason", abandoned.reason().word())
                            .with("where", Objects.requireNonNullElse(abandoned.apiUrl(), "Foxy")),
                    Message.of("doctor/abandoned.one.next"));
        }
        if (findings.nothingSaid()) {
            findings.ok(Message.of("doctor/abandoned.none"));
        }
    }
}
