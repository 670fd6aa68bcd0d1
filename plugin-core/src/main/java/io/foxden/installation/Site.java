package io.foxden.installation;

import io.foxden.config.Settings;
import io.foxden.doctor.Presence;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.setting.DetailField;
import io.foxden.setting.ProjectDetails;
import io.foxden.setting.SiteAddress;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Fields;
import io.foxden.store.Store;
import io.foxden.words.Message;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where this installation answers and what was told about it: from settings, from the registered client, or from the
 * record {@code site}, which remembers what an administrator confirmed, so that the command line knows it too.
 */
final class Site {
    private static final String RECORD = "site";
    private static final String SITE_URL = "site_url";
    private static final String BASE_PATH = "base_path";
    private static final String WAY = "started_by";
    private static final String DETAILS = "details";
    private static final String ANSWERED_BY = "answered_by";
    private static final String SEEN = "seen_url";
    private static final String MOVED = "moved_to";

    private final Settings settings;
    private final Store store;
    private final ClientJournal journals;

    Site(Settings settings, Store store, ClientJournal journals) {
        this.settings = settings;
        this.store = store;
        this.journals = journals;
    }

    /** The registered address, or the one to be registered; empty while nothing says. */
    Optional<SiteAddress> address() {
        Client client = journals.read().newest();
        if (client != null) {
            return Optional.of(of(client));
        }
        return settings.siteUrl().or(this::stored).map(url -> new SiteAddress(url, basePath()));
    }

    /** Where a registered client's site answers: its redirect URI without our part of it. */
    SiteAddress of(Client client) {
        return SiteAddress.ofRedirectUri(client.redirectUri(), basePath())
                .or(() -> SiteAddress.ofRedirectUri(client.redirectUri(), ""))
                .orElseThrow(() -> new OperatorException(
                        Code.RECORD_UNREADABLE,
                        Message.of("installation/foreign-redirect").with("uri", client.redirectUri())));
    }

    /**
     * The address to register.
     *
     * @throws OperatorException {@link Code#BAD_REQUEST} if one is given that contradicts the setting or is none,
     *     {@link Code#DETAILS_MISSING} if nothing says
     */
    SiteAddress toRegister(InstallRequest request) {
        String given = request.siteUrl();
        if (given != null && !given.isBlank()) {
            SiteAddress address = SiteAddress.parse(given, basePath());
            checkAgainstSetting(address.siteUrl());
            return address;
        }
        return address()
                .map(this::asSet)
                .or(() -> Optional.ofNullable(request.seenSiteUrl())
                        .map(url -> SiteAddress.parse(url.toString(), basePath())))
                .orElseThrow(
                        () -> new OperatorException(Problem.of(Code.DETAILS_MISSING, Message.of("installation/no-site"))
                                .withFields(List.of(SiteAddress.PARAMETER))));
    }

    /** A setting that was changed since is not passed over: the registrar has to say that it contradicts. */
    private SiteAddress asSet(SiteAddress known) {
        return settings.siteUrl()
                .filter(url -> !url.equals(known.siteUrl()))
                .map(url -> new SiteAddress(url, known.basePath()))
                .orElse(known);
    }

    private void checkAgainstSetting(URI given) {
        settings.siteUrl().filter(url -> !url.equals(given)).ifPresent(url -> {
            throw new OperatorException(Problem.of(
                            Code.BAD_REQUEST,
                            Message.of("installation/other-site")
                                    .with("given", given)
                                    .with("set", url))
                    .withFields(List.of(SiteAddress.PARAMETER)));
        });
    }

    /** What is known of the integration: settings, then what was told before, then what this request says. */
    ProjectDetails details(Map<DetailField, String> told, @Nullable URI siteUrl) {
        ProjectDetails known = settings.details();
        Map<DetailField, String> before = new EnumMap<>(DetailField.class);
        storedDetails().forEach((field, value) -> {
            if (known.value(field).isEmpty()) {
                before.put(field, value);
            }
        });
        ProjectDetails details = known.with(before).with(told);
        return siteUrl == null ? details : details.withDefaults(siteUrl);
    }

    /** Remembers what an administrator confirmed. */
    void remember(SiteAddress address, ProjectDetails details) {
        Fields told = Fields.none();
        for (Map.Entry<String, String> detail : details.parameters().entrySet()) {
            told = told.with(detail.getKey(), detail.getValue());
        }
        Fields kept = told;
        change(content -> content.with(SITE_URL, address.siteUrl().toString()).with(DETAILS, kept));
    }

    /** Remembers by which address an administrator's browser reached the site, and whether the registered one does not. */
    void remember(URI seen, boolean moved) {
        change(content -> {
            Fields told = content.with(SEEN, seen.toString());
            return moved ? told.with(MOVED, seen.toString()) : told.without(MOVED);
        });
    }

    /** The address that an administrator's browser used last. */
    Optional<URI> lastSeen() {
        return content().text(SEEN).map(URI::create);
    }

    /** Where an administrator's browser found the site when the registered address led here no longer. */
    Optional<URI> movedTo() {
        return content().text(MOVED).map(URI::create);
    }

    /** Whether a redirect URI is one of the site's at this address. */
    boolean leadsTo(URI siteUrl, URI redirectUri) {
        return settings.basePath()
                .or(() -> content().text(BASE_PATH))
                .map(path -> new SiteAddress(siteUrl, path).redirectUri().equals(redirectUri))
                .orElseGet(() -> redirectUri.toString().startsWith(siteUrl + "/"));
    }

    /** Remembers how the web application has Foxden in it, for other processes. */
    void remember(Presence presence) {
        change(content -> content.with(BASE_PATH, presence.basePath()).with(WAY, presence.way()));
    }

    Optional<Presence> rememberedPresence() {
        return Presence.remembered(content().text(BASE_PATH), content().text(WAY));
    }

    /** Remembers who answers at our address in our place; nobody, if empty. */
    void rememberAnswer(Optional<String> other) {
        change(content ->
                other.map(who -> content.with(ANSWERED_BY, who)).orElseGet(() -> content.without(ANSWERED_BY)));
    }

    /** That another one answers at our address. */
    Optional<Problem> notFirst() {
        return content()
                .text(ANSWERED_BY)
                .map(who -> Problem.of(
                        Code.NOT_FIRST, Message.of("installation/not-first").with("who", Message.asIs(who))));
    }

    /** Forgets the address; the details stay as proposals. */
    void forget() {
        change(content -> content.without(SITE_URL));
    }

    private void change(UnaryOperator<Fields> change) {
        store.change(RECORD, entry -> {
            Fields before = entry.map(Entry::content).orElse(Fields.none());
            Fields after = change.apply(before);
            return after.equals(before) ? Change.none() : Change.to(after);
        });
    }

    private String basePath() {
        return settings.basePath().or(() -> content().text(BASE_PATH)).orElse("");
    }

    private Optional<URI> stored() {
        return content().text(SITE_URL).map(URI::create);
    }

    private Map<DetailField, String> storedDetails() {
        Map<DetailField, String> details = new EnumMap<>(DetailField.class);
        content().fields(DETAILS).ifPresent(fields -> {
            for (DetailField field : DetailField.values()) {
                fields.text(field.parameter()).ifPresent(value -> details.put(field, value));
            }
        });
        return details;
    }

    private Fields content() {
        return store.read(RECORD).map(entry -> entry.content()).orElse(Fields.none());
    }
}
