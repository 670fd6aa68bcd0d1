package io.foxden.doctor;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.token.Connection;
import io.foxden.token.SealedTokens;
import io.foxden.words.Message;
import java.time.Instant;

/** The connection to the store, and who keeps it. */
final class ConnectionChecks {
    private final Patient patient;

    ConnectionChecks(Patient patient) {
        this.patient = patient;
    }

    void connection(Findings findings) {
        Connection connection =
                patient.connections().of(patient.journals().read().current()).orElse(null);
        SealedTokens tokens = connection == null ? null : connection.tokens();
        if (connection == null) {
            findings.warning(Message.of("doctor/connection.none"), Code.NOT_CONNECTED.next());
        } else if (tokens == null) {
            findings.warning(Message.of("doctor/connection.given-up"), Code.NOT_CONNECTED.next());
        } else {
            connected(findings, connection, tokens);
        }
    }

    private void connected(Findings findings, Connection connection, SealedTokens tokens) {
        Instant now = patient.clock().instant();
        Problem trouble = connection.trouble(now);
        if (trouble == null) {
            findings.ok(Message.of("doctor/connection.good")
                    .with("scope", connection.consent().scope())
                    .with("refreshed", tokens.obtainedAt())
                    .with("expires", tokens.expiresAt()));
        } else if (tokens.expired(now)) {
            findings.failed(trouble);
        } else {
            findings.warning(trouble);
        }
    }

    /** What is wrong with the process that looks, or else with the one that keeps the token fresh, which may be another. */
    void process(Findings findings) {
        patient.troubles().get().forEach(findings::failed);
        if (findings.nothingSaid()) {
            patient.lastBeat()
                    .get()
                    .ifPresentOrElse(
                            beat -> kept(findings, beat), () -> findings.ok(Message.of("doctor/process.unkept")));
        }
    }

    private void kept(Findings findings, LastBeat beat) {
        if (!beat.running()) {
            findings.warning(told("doctor/process.gone", beat), Message.of("doctor/process.gone.next"));
        } else if (beat.late(patient.clock().instant())) {
            findings.failed(Problem.of(Code.UPKEEP_LATE, told("doctor/process.late", beat)));
        } else {
            findings.ok(told("doctor/process.kept", beat));
        }
    }

    private static Message told(String key, LastBeat beat) {
        return Message.of(key).with("process", beat.process()).with("at", beat.at());
    }
}
