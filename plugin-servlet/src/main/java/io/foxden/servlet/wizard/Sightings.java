package io.foxden.servlet.wizard;

import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Answer;
import io.foxden.servlet.exchange.Request;
import io.foxden.servlet.exchange.Unheard;
import io.foxden.setting.Setting;
import io.foxden.setting.SitePlace;
import io.foxden.setting.TrustedProxies;
import io.foxden.words.Message;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By which address administrators' browsers reach the site, and what stands between them and us. */
public final class Sightings {
    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    private final Installation foxden;
    private volatile String saidLast = "";

    public Sightings(Installation foxden) {
        this.foxden = foxden;
    }

    /** Remembers the address that an administrator's browser uses; the log says once what stands in between. */
    public void note(Request request) {
        request.usedSiteUrl().filter(used -> isNews(request, used)).ifPresent(foxden::seenAt);
        Unheard unheard = request.reached().unheard();
        String what = proposed(request) + " " + request.reached().peer() + " " + unheard.headers();
        if (isMisled(request) && !what.equals(saidLast)) {
            saidLast = what;
            LOG.warn(
                    "A browser is at {}, and the request looks as if it came to {}: what {} says ({}) is not believed."
                            + " If that is this site's proxy: {}",
                    proposed(request),
                    origin(request.reached().siteUrl("")),
                    request.reached().peer(),
                    unheard.headers().isEmpty() ? "nothing" : String.join(", ", unheard.headers()),
                    line(request));
        }
    }

    /** What a browser once said is not unsaid by a request that may have come through a silent proxy. */
    private boolean isNews(Request request, URI used) {
        return request.toldSiteUrl().isPresent()
                || !SitePlace.of(used).local()
                || foxden.lastSeen().filter(known -> !known.equals(used)).isEmpty();
    }

    /** The same for somebody who has just become one; nothing where the code was wrong. */
    public void noteSignIn(Request request, Answer answer) {
        if (answer.status() == SEE_OTHER) {
            note(request);
        }
    }

    /** The address to propose: where the browser is, as it says now or said when it signed in. */
    URI proposed(Request request) {
        URI seen = request.seenSiteUrl();
        boolean sure = request.toldSiteUrl().isPresent() || !isDoubtful(request, seen);
        return sure ? seen : foxden.lastSeen().orElse(seen);
    }

    /** A local address may be that of a proxy which says nothing. */
    private static boolean isDoubtful(Request request, URI seen) {
        return request.isMisled() || SitePlace.of(seen).local();
    }

    /** What a proxy says that is not believed, with the line that would have it believed. */
    Optional<Problem> misled(Request request) {
        if (!isMisled(request)) {
            return Optional.empty();
        }
        Unheard unheard = request.reached().unheard();
        Misleading how = Misleading.by(unheard);
        Message what = Message.of(how.what)
                .with("headers", unheard.headers())
                .with("peer", request.reached().peer())
                .with("browser", origin(proposed(request)))
                .with("server", origin(request.reached().siteUrl("")));
        return Optional.of(
                Problem.of(Code.BAD_SETTING, what).withNext(Message.of(how.next).with("line", line(request))));
    }

    /** In what way a proxy does not help. */
    private enum Misleading {
        OTHER_KIND("servlet/wizard/other-kind", "servlet/wizard/other-kind.next"),
        SILENT("servlet/wizard/silent-proxy", "servlet/wizard/silent-proxy.next"),
        UNHEARD("servlet/wizard/unheard", "servlet/wizard/unheard.next");

        private final String what;
        private final String next;

        Misleading(String what, String next) {
            this.what = what;
            this.next = next;
        }

        static Misleading by(Unheard unheard) {
            if (isOtherKind(unheard)) {
                return OTHER_KIND;
            }
            return unheard.isEmpty() ? SILENT : UNHEARD;
        }
    }

    private static boolean isMisled(Request request) {
        return isOtherKind(request.reached().unheard()) || request.isMisled();
    }

    /** Of a trusted proxy's. */
    private static boolean isOtherKind(Unheard unheard) {
        return unheard.trusted() && !unheard.isEmpty();
    }

    private String line(Request request) {
        if (isOtherKind(request.reached().unheard())) {
            return Setting.PROXY_HEADER + "="
                    + foxden.settings().proxyHeader().other().word();
        }
        TrustedProxies known = foxden.settings().trustedProxies();
        return Setting.TRUSTED_PROXIES + "=" + (known.isEmpty() ? "" : known + ",")
                + request.reached().peer();
    }

    private static String origin(URI site) {
        return site.getScheme() + "://" + site.getRawAuthority();
    }

    /**
     * {@code GET /reached}: shows that an address leads here, to ourselves as a word, to a person as a page.
     *
     * @throws OperatorException TICKET_INVALID where the token is none of ours, or was used
     */
    public Answer reached(Request request) {
        String word = foxden.reach()
                .answer(request.query().text("token"))
                .orElseThrow(
                        () -> new OperatorException(Code.TICKET_INVALID, Message.of("servlet/wizard/reached-used")));
        return request.header("Accept").orElse("").contains("text/html")
                ? Answer.page(OK, ReachedPage.of(request).html())
                : Answer.text(OK, word);
    }
}
