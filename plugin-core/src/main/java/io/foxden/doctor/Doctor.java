package io.foxden.doctor;

import java.util.List;

/** Looks at everything an installation needs, the network last, and goes on after a check that failed. */
public final class Doctor {
    private final PlaceChecks place;
    private final ApplicationChecks application;
    private final ClientChecks clients;
    private final ConnectionChecks connection;
    private final FoxyChecks foxy;

    public Doctor(Patient patient) {
        this.place = new PlaceChecks(patient);
        this.application = new ApplicationChecks(patient);
        this.clients = new ClientChecks(patient);
        this.connection = new ConnectionChecks(patient);
        this.foxy = new FoxyChecks(patient);
    }

    /** What the settings, the home and the key are looked at for at each start: what is amiss with them and stops nothing. */
    public List<Check> warningsAtStart() {
        Findings findings = new Findings();
        findings.look("settings", place::settings);
        findings.look("home", place::home);
        findings.look("vault", place::vault);
        return findings.checks().stream()
                .filter(check -> check.verdict() == Verdict.WARNING)
                .toList();
    }

    /**
     * Takes up to a minute where Foxy does not answer. Changes nothing here or at Foxy.
     */
    public Report examine() {
        Findings findings = new Findings();
        findings.look("settings", place::settings);
        findings.look("home", place::home);
        findings.look("vault", place::vault);
        findings.look("records", place::records);
        findings.look("application", application::presence);
        findings.look("site", application::site);
        findings.look("registration", clients::registration);
        findings.look("abandoned", clients::abandoned);
        findings.look("connection", connection::connection);
        findings.look("process", connection::process);
        findings.look("foxy", foxy::home);
        findings.look("client", foxy::client);
        return new Report(findings.checks());
    }
}
