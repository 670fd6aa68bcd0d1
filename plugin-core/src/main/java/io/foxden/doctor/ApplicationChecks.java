package io.foxden.doctor;

import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;

/** The web application that has Foxden in it, and where the world finds it. */
final class ApplicationChecks {
    private final Patient patient;

    ApplicationChecks(Patient patient) {
        this.patient = patient;
    }

    void presence(Findings findings) {
        patient.around().get().forEach(problem -> around(findings, problem));
        patient.presence()
                .get()
                .ifPresentOrElse(
                        presence -> present(findings, presence),
                        () -> findings.ok(Message.of("doctor/application.none")));
    }

    /** Where others answer at our address, nothing works; the rest may be meant so. */
    private static void around(Findings findings, Problem problem) {
        if (problem.code() == Code.NOT_FIRST) {
            findings.failed(problem);
        } else {
            findings.warning(problem);
        }
    }

    private static void present(Findings findings, Presence presence) {
        if (presence.jars().size() > 1) {
            findings.warning(
                    Message.of("doctor/application.twice").with("jars", presence.jars()),
                    Message.of("doctor/application.twice.next"));
        }
        String path = presence.basePath();
        Message started = path.isEmpty()
                ? Message.of("doctor/application.at-context")
                : Message.of("doctor/application.below").with("path", path);
        findings.ok(started.with("way", presence.wayInWords()));
    }

    void site(Findings findings) {
        SiteAddress site = patient.site().get().orElse(null);
        Problem moved = patient.moved().get().orElse(null);
        if (moved != null) {
            findings.failed(moved);
        } else if (site == null) {
            findings.warning(Message.of("doctor/site.unknown"), Message.of("doctor/site.unknown.next"));
        } else if (!site.https() && !isLoopback(site)) {
            findings.warning(
                    Message.of("doctor/site.open").with("url", site.baseUrl()), Message.of("doctor/site.open.next"));
        } else {
            findings.ok(Message.of("doctor/site.good").with("redirect_uri", site.redirectUri()));
        }
    }

    private static boolean isLoopback(SiteAddress site) {
        String host = String.valueOf(site.siteUrl().getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
