package io.foxden.installation;

import io.foxden.config.Settings;
import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.setting.SiteAddress;
import io.foxden.setting.SitePlace;
import io.foxden.words.Message;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the site is still where Foxy sends browsers back to. It is not where the setting says otherwise; nor where an
 * administrator's browser uses another place, and the registered one no longer leads here.
 */
final class Relocation {
    private static final Logger LOG = LoggerFactory.getLogger(Relocation.class);

    private final Settings settings;
    private final Site site;
    private final ClientJournal journals;
    private final Reach reach;
    private final Events events;
    private volatile String judged = "";

    Relocation(Settings settings, Site site, ClientJournal journals, Reach reach, Events events) {
        this.settings = settings;
        this.site = site;
        this.journals = journals;
        this.reach = reach;
        this.events = events;
    }

    /** What is wrong with the place; asks records only. A record that cannot be read is told by others. */
    Optional<Problem> problem(@Nullable Client client) {
        try {
            return client == null ? Optional.empty() : place(client).map(now -> problem(client, now));
        } catch (FoxdenException e) {
            return Optional.empty();
        }
    }

    /** The other place; empty where the site did not move. */
    private Optional<URI> place(Client client) {
        if (settings.siteUrl().isPresent()) {
            return settings.siteUrl().filter(configured -> !site.leadsTo(configured, client.redirectUri()));
        }
        return site.movedTo().filter(now -> !isSame(now, site.of(client).siteUrl()));
    }

    private Problem problem(Client client, URI now) {
        boolean configured = settings.siteUrl().isPresent();
        return Problem.of(
                        Code.SITE_MOVED,
                        Message.of(configured ? "installation/moved-by-setting" : "installation/moved")
                                .with("now", now)
                                .with("registered", client.redirectUri()))
                .withNext(Message.of(configured ? "installation/moved-by-setting.next" : "installation/moved.next"));
    }

    /** Says once, at the start, what the setting says. */
    void tell() {
        try {
            Client client = journals.read().newest();
            if (client != null) {
                place(client).ifPresent(now -> tell(client, now));
            }
        } catch (FoxdenException e) {
            LOG.debug("Nobody can say just now whether the site moved", e);
        }
    }

    private void tell(Client client, URI now) {
        events.tell(new Event.SiteMoved(client.redirectUri().toString(), now.toString()));
    }

    /**
     * An administrator's browser uses this address of the site. Where that is a new place, the registered one is asked
     * whether it leads here, once in the life of this process.
     */
    void seen(URI siteUrl) {
        try {
            judge(siteUrl);
        } catch (FoxdenException e) {
            LOG.debug("Where an administrator's browser is cannot be kept just now", e);
        }
    }

    private void judge(URI siteUrl) {
        Client client = journals.read().newest();
        if (client == null || isSame(siteUrl, site.of(client).siteUrl())) {
            site.remember(siteUrl, false);
            return;
        }
        SiteAddress registered = site.of(client);
        String question = registered.siteUrl() + " " + siteUrl;
        if (settings.siteUrl().isEmpty() && !isAnotherRoad(siteUrl, registered) && !judged.equals(question)) {
            boolean moved = isAway(siteUrl, registered);
            boolean news = moved && place(client).isEmpty();
            site.remember(siteUrl, moved);
            judged = question;
            if (news) {
                tell(client, siteUrl);
            }
        }
    }

    private static boolean isSame(URI one, URI other) {
        return SitePlace.of(one).equals(SitePlace.of(other)) && one.getRawPath().equals(other.getRawPath());
    }

    /** An administrator may come by a tunnel, or from within, to what the world knows by another name. */
    private static boolean isAnotherRoad(URI seen, SiteAddress registered) {
        return SitePlace.of(seen).local() && !SitePlace.of(registered.siteUrl()).local();
    }

    /**
     * What leads here from this machine is of no use to others, where a proxy has the site in public; by the same port it
     * is the same server under another name.
     */
    private boolean isAway(URI seen, SiteAddress registered) {
        SitePlace before = SitePlace.of(registered.siteUrl());
        SitePlace now = SitePlace.of(seen);
        boolean behindProxy = before.local() && !now.local() && before.port() != now.port();
        return behindProxy || !reach.fromHere(registered);
    }
}
