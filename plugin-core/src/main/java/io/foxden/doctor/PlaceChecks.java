package io.foxden.doctor;

import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.vault.Vault;
import io.foxden.words.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What lies on this machine: settings, home folder, key, records. */
final class PlaceChecks {
    private final Patient patient;

    PlaceChecks(Patient patient) {
        this.patient = patient;
    }

    void settings(Findings findings) {
        patient.settings().problems().forEach(findings::failed);
        if (findings.nothingSaid()) {
            findings.ok(Message.of("doctor/settings.good")
                    .with("count", patient.settings().given().size()));
        }
        findings.amiss(patient.settings().warnings());
    }

    void home(Findings findings) {
        Path home = patient.settings().home();
        for (String part : List.of("", "records", "locks", "history")) {
            closed(home.resolve(part)).ifPresent(findings::failed);
        }
        if (findings.nothingSaid()) {
            findings.ok(Message.of("doctor/home.good").with("home", home));
        }
        PrivateFolder.existingHome(home, Steps.NONE).ifPresent(folder -> findings.amiss(folder.warnings()));
    }

    /** What is wrong where this account cannot write in a folder; a part of the home that is not there yet is made. */
    private Optional<Problem> closed(Path folder) {
        boolean open = Files.isWritable(folder) && Files.isExecutable(folder);
        boolean missing =
                Files.notExists(folder) && !folder.equals(patient.settings().home());
        return open || missing
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Code.HOME_UNUSABLE, Message.of("doctor/home.read-only").with("home", folder)));
    }

    void vault(Findings findings) {
        Vault vault = patient.vault();
        vault.problem().or(vault::problemAtNextStart).ifPresent(findings::failed);
        findings.amiss(vault.warnings());
        if (findings.nothingSaid()) {
            findings.ok(Message.of("doctor/vault.good").with("key", String.valueOf(vault.keyId())));
        }
    }

    void records(Findings findings) {
        patient.mended().forEach(findings::warning);
        patient.store().examine(findings::warning, findings::failed);
        if (findings.nothingSaid()) {
            findings.ok(Message.of("doctor/records.good")
                    .with("count", patient.store().names("").size()));
        }
    }
}
