package io.foxden.servlet.wizard;

import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.servlet.exchange.Request;
import io.foxden.setting.SiteAddress;
import io.foxden.words.Message;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Whether the address that a person is about to register leads here. Where the form itself came by it, it does. Else it is
 * asked, from here and from the person's browser; and what cannot be checked is for the person to say.
 */
final class SiteCheck {
    private final Installation foxden;
    private final Sightings sightings;

    SiteCheck(Installation foxden, Sightings sightings) {
        this.foxden = foxden;
        this.sightings = sightings;
    }

    /**
     * What speaks against the address; empty where nothing does, or the operator's setting gives it.
     *
     * @throws OperatorException BAD_REQUEST where it cannot be an address
     */
    Optional<Problem> doubt(Request request, String typed) {
        if (foxden.settings().siteUrl().isPresent() || foxden.status().client() != null) {
            return Optional.empty();
        }
        SiteAddress site = address(request, typed);
        Optional<URI> used = request.usedSiteUrl();
        if (used.filter(site.siteUrl()::equals).isPresent()) {
            return Optional.empty();
        }
        boolean fromHere = foxden.reach().fromHere(site);
        if (fromHere && foxden.reach().fromBrowser(site)) {
            return Optional.empty();
        }
        Message what = Message.of(fromHere ? "servlet/wizard/elsewhere" : "servlet/wizard/unreached")
                .with("site", site.siteUrl())
                .with("browser", used.orElseGet(() -> sightings.proposed(request)));
        return Optional.of(Problem.of(Code.BAD_REQUEST, what)
                .withNext(Message.of("servlet/wizard/unreached.next"))
                .withFields(List.of(SiteAddress.PARAMETER)));
    }

    /** For the person's browser to open. */
    String link(Request request, String typed) {
        return foxden.reach().link(address(request, typed)).toString();
    }

    private SiteAddress address(Request request, String typed) {
        String text = typed.isBlank() ? sightings.proposed(request).toString() : typed;
        return SiteAddress.parse(text, foxden.settings().basePath().orElse(""));
    }
}
