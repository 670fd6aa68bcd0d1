package io.foxden.installation;

import io.foxden.Status;
import io.foxden.Version;
import io.foxden.access.Access;
import io.foxden.api.Api;
import io.foxden.authorization.Authorization;
import io.foxden.authorization.Ground;
import io.foxden.config.Settings;
import io.foxden.doctor.Doctor;
import io.foxden.doctor.Patient;
import io.foxden.doctor.Presence;
import io.foxden.doctor.Report;
import io.foxden.event.Counts;
import io.foxden.event.Event;
import io.foxden.event.EventLog;
import io.foxden.event.Events;
import io.foxden.event.History;
import io.foxden.event.Told;
import io.foxden.http.Wire;
import io.foxden.meter.Readings;
import io.foxden.navigation.FoxyApi;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.registration.Registrar;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import io.foxden.setting.SiteAddress;
import io.foxden.store.AnswersInHand;
import io.foxden.store.Store;
import io.foxden.token.AccessTokens;
import io.foxden.token.ClientCheck;
import io.foxden.token.Connections;
import io.foxden.token.Pace;
import io.foxden.token.Promotion;
import io.foxden.token.TokenEndpoint;
import io.foxden.vault.Vault;
import io.foxden.words.Message;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One installation: registered once at Foxy, connected to one store, its token kept fresh.
 *
 * <p>The order of the fields is the way a request or a secret travels:
 *
 * <pre>
 * config ─→ registration ─→ vault ─→ authorization ─→ token ─→ api
 *  read      POST client     seal     state + code      refresh   HAL links
 * </pre>
 *
 * <p>Safe for many threads, and for several processes on the same home: each sees at once what another changed. Methods
 * that talk to Foxy take as long as the connect and read time-outs allow.
 */
public final class Installation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    /** So long does the end wait for answers that are on their way, and for the disk to take those that are in hand. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(6);

    private static final Duration TIDYING = Duration.ofSeconds(1);
    private static final Duration PRUNING = Duration.ofMinutes(1);
    private static final int PRUNED_AT_ONCE = 500;

    private final Settings settings;
    private final Wire wire;
    private final Store store;
    private final Vault vault;
    private final History history;
    private final Events events;
    private final Access access;
    private final ClientJournal journals;
    private final Registrar registrar;
    private final ClientCheck clients;
    private final Connections connections;
    private final Authorization authorization;
    private final AccessTokens tokens;
    private final Api api;
    private final Site site;
    private final Setup setup;
    private final StatusReader statusReader;
    private final Readings readings;
    private final StoreName storeName;
    private final Doctor doctor;
    private final AnswersInHand inHand = new AnswersInHand();
    private final IdleThread workThread;
    private final Upkeep upkeep;
    private volatile boolean started;
    private volatile @Nullable Presence presence;

    private Installation(Settings settings, Home home, Machinery machinery, boolean looking) {
        Clock clock = machinery.clock();
        RandomText random = new RandomText(machinery.random());
        HttpSettings http = settings.http();
        Pace pace = new Pace(
                clock,
                machinery.nanos(),
                machinery.random(),
                http.connectTimeout().plus(http.readTimeout()));
        this.settings = settings;
        this.wire = machinery.wire().apply(http);
        this.store = home.store();
        this.vault = home.vault();
        this.history = new History(store);
        Counts counts = new Counts();
        this.events = new Events(clock, looking ? List.of(new EventLog()) : List.of(history, new EventLog(), counts));
        store.whenDamaged(record -> events.tell(new Event.Recovered(record)));
        this.access = new Access(store, home.folder(), settings.adminToken(), random, clock, events);
        this.journals = new ClientJournal(store, vault, clock);
        Endpoints endpoints =
                new Endpoints(wire, settings.apiUrl(), settings.authorizeUrl(), settings.addressesGiven(), clock);
        this.registrar = new Registrar(journals, store, endpoints, inHand, events, random, clock, pace.oneCall());
        this.connections = new Connections(Connections.DEFAULT, store, vault, random, clock);
        TokenEndpoint endpoint = new TokenEndpoint(endpoints, journals);
        this.clients = new ClientCheck(journals, endpoint);
        this.tokens = AccessTokens.of(connections, journals, endpoint, store, inHand, events, pace);
        Promotion promotion = new Promotion(journals, connections, endpoints, endpoint, events, pace);
        this.api = new FoxyApi(() -> endpoints.foxy(journals.read().current()), tokens, machinery.pause());
        this.site = new Site(settings, store, journals);
        this.setup = new Setup(settings, site, registrar);
        this.storeName = new StoreName(api, tokens, journals, connections, pace.nanos());
        this.authorization = new Authorization(new Ground(
                store,
                journals,
                endpoints,
                connections,
                endpoint,
                clients,
                tokens,
                promotion,
                inHand,
                events,
                random,
                clock,
                machinery.pause(),
                settings.scope(),
                this::checkWritable,
                site::of,
                this::nameStore));
        this.workThread = new IdleThread("foxden-work-" + settings.home().getFileName());
        this.upkeep = new Upkeep(
                tokens,
                inHand,
                new Worker(chores(promotion, pace), workThread),
                clock,
                pace.nanos(),
                String.valueOf(settings.home().getFileName()));
        Troubles troubles = new Troubles(settings, vault, inHand, clock, upkeep::problem);
        this.statusReader = new StatusReader(Version.TEXT, settings, vault, journals, connections, troubles, clock);
        this.readings = new Instruments(settings.home(), statusReader, journals, store, counts, clock);
        this.doctor = new Doctor(new Patient(
                settings,
                store,
                vault,
                journals,
                connections,
                endpoints,
                endpoint,
                site::address,
                () -> Optional.ofNullable(presence).or(site::rememberedPresence),
                troubles::own,
                home.mended(),
                clock));
    }

    private List<Chore> chores(Promotion promotion, Pace pace) {
        return List.of(
                new Chore("refreshing the access token", tokens::isDue, tokens::keepFresh),
                new Chore("trying the new client", promotion::isDue, promotion::attempt),
                new Chore("reading the store's name", storeName::isDue, storeName::find),
                new Chore("ending sessions of another clock", new Every(TIDYING, pace.nanos()), access::tidy),
                new Chore(
                        "clearing away what is over",
                        new Every(PRUNING, pace.nanos()),
                        () -> authorization.prune(PRUNED_AT_ONCE)));
    }

    /**
     * Opens the installation in the home folder, which is made where it is missing. Reads files, and nothing else: no
     * network. Bad settings and a wrong vault key do not keep it from opening; they are in {@link #status()} and forbid
     * changes.
     *
     * @throws OperatorException {@link Code#HOME_UNUSABLE} if the folder cannot be read or made,
     *     {@link Code#RECORD_UNREADABLE} if the record that says which installation it is cannot be read
     * @throws TryLaterException {@link Code#LOCKED} if another process keeps opening it
     */
    public static Installation open(Settings settings) {
        return open(settings, Machinery.real());
    }

    /** Whether an installation was ever opened in the home folder; makes nothing. */
    public static boolean exists(Settings settings) {
        return Home.exists(settings);
    }

    /** The same with a test's clock, randomness or wire. */
    public static Installation open(Settings settings, Machinery machinery) {
        Installation opened = new Installation(settings, Home.open(settings, machinery), machinery, false);
        opened.adopt();
        return opened;
    }

    /**
     * Opens the installation for looking only: nothing is made, locked or changed, and whoever tries is stopped by an
     * {@link IllegalStateException}. Empty where nothing was ever opened.
     *
     * @throws FoxdenException as {@link #open(Settings)}
     */
    public static Optional<Installation> look(Settings settings) {
        Machinery machinery = Machinery.real();
        return Home.look(settings, machinery).map(home -> new Installation(settings, home, machinery, true));
    }

    /**
     * Gives up everything that is sealed in the home, for who lost the key: clients and connections are forgotten, and a
     * new key is made where none is configured. An installation that is open there has to be opened anew.
     *
     * @return what was lost without having been read
     */
    public static List<Problem> resetWithoutKey(Settings settings) {
        settings.check();
        boolean client = exists(settings)
                && Files.exists(settings.home().resolve("records").resolve("client.json"));
        Home home = Home.withoutKey(settings, Machinery.real());
        home.store().close();
        home.vault().close();
        return client
                ? List.of(Problem.of(Code.VAULT_KEY_MISSING, Message.of("installation/ids-lost"))
                        .withNext(Message.of("installation/ids-lost.next")))
                : List.of();
    }

    /** Takes over what an earlier version left in another place. */
    private void adopt() {
        try {
            Client current = journals.read().current();
            if (current != null && vault.problem().isEmpty()) {
                connections.adopt(current);
            }
        } catch (FoxdenException e) {
            LOG.debug("What an earlier version left stays where it is for now", e);
        }
    }

    /** Tells how the web application has Foxden in it; remembered for the command line. */
    public Installation deployed(Presence here) {
        presence = here;
        if (vault.problem().isEmpty()) {
            site.remember(here);
        }
        return this;
    }

    /** Prepares the setup code: for the web application, not for the command line. */
    public Installation prepare() {
        access.prepare();
        return this;
    }

    /** Begins to keep the token fresh in the background, until it is closed: for the web application. Waits for nothing. */
    public Installation start() {
        started = true;
        upkeep.start();
        wire.warm();
        return this;
    }

    public Settings settings() {
        return settings;
    }

    /** What this installation is now; read anew each time. Never throws. */
    public Status status() {
        return statusReader.read();
    }

    /** What keeps sealed values from being opened; empty where nothing does. */
    public Optional<Problem> locked() {
        return vault.problem();
    }

    /** Where the site answers; empty while nothing says. */
    public Optional<SiteAddress> site() {
        return site.address();
    }

    /** What an install would send to Foxy. */
    public RegistrationForm form(@Nullable URI seenSiteUrl) {
        return setup.form(seenSiteUrl);
    }

    /**
     * What {@link #install} would send, after the checks that it makes first; sends and changes nothing. Empty if there
     * is nothing to do.
     *
     * @throws OperatorException as {@link #install}
     */
    public Optional<RegistrationForm> plan(InstallRequest request) {
        checkWritable();
        return setup.plan(request);
    }

    /**
     * Registers this installation at Foxy, unless it is. However often and from wherever it is called, one client is in
     * use afterwards.
     *
     * @throws OperatorException {@link Code#BAD_SETTING}, {@link Code#VAULT_KEY_MISSING}, {@link Code#VAULT_KEY_WRONG},
     *     {@link Code#BAD_REQUEST}, {@link Code#DETAILS_MISSING}, {@link Code#ALREADY_INSTALLED}
     * @throws RefusedException {@link Code#REGISTRATION_REJECTED}: correct what Foxy names
     * @throws TryLaterException {@link Code#API_UNREACHABLE}, {@link Code#REGISTRATION_AMBIGUOUS}, {@link Code#LOCKED}:
     *     call again
     */
    public Installed install(InstallRequest request) {
        checkWritable();
        askAboutRefused();
        boolean registered = setup.install(request);
        return new Installed(registered, status());
    }

    /** A client that Foxy refused once, perhaps by mistake, is not replaced before it was asked about once more. */
    private void askAboutRefused() {
        Client newest = journals.read().newest();
        try {
            if (newest != null) {
                clients.verifyIfRefused(newest);
            }
        } catch (RefusedException e) {
            if (e.code() != Code.CLIENT_UNKNOWN) {
                throw e;
            }
        }
    }

    /** The two legs of the store owner's consent. */
    public Authorization authorization() {
        return authorization;
    }

    /**
     * A new access token now.
     *
     * @throws OperatorException {@link Code#NOT_INSTALLED}, {@link Code#BAD_SETTING}, {@link Code#VAULT_KEY_MISSING},
     *     {@link Code#VAULT_KEY_WRONG}
     * @throws ReconnectException {@link Code#NOT_CONNECTED}, {@link Code#NEEDS_RECONNECT}
     * @throws RefusedException {@link Code#CLIENT_UNKNOWN}
     * @throws TryLaterException {@link Code#API_UNREACHABLE}, {@link Code#LOCKED}
     */
    public Status refresh() {
        checkWritable();
        tokens.refresh();
        nameStore();
        return status();
    }

    /** Forgets the tokens; the client is kept. Does nothing where nothing is connected. */
    public Status disconnect() {
        checkWritable();
        boolean connected = connections.disconnect();
        tokens.watch();
        if (connected) {
            events.tell(new Event.Disconnected(connections.key()));
        }
        return status();
    }

    /**
     * Forgets tokens and clients; the ids stay on the list that {@link #doctor()} shows. Works whatever is damaged: what
     * cannot be read goes unread.
     */
    public Forgotten reset() {
        checkWritable();
        List<Problem> unread = new ArrayList<>(connections.forget());
        forgetting("client", registrar::forget, unread);
        // Once more, because a consent may have been taken in between; from here on there is no client to take one for.
        unread.addAll(connections.forget());
        forgetting("site", site::forget, unread);
        forgetting("access", access::setupCodeFile, unread);
        tokens.watch();
        events.tell(new Event.Reset());
        return new Forgotten(status(), unread);
    }

    private void forgetting(String record, Runnable forget, List<Problem> unread) {
        try {
            forget.run();
        } catch (OperatorException e) {
            if (e.code() != Code.RECORD_UNREADABLE) {
                throw e;
            }
            unread.add(e.problem());
            store.discard(record);
        }
    }

    /**
     * An access token that is valid now. Allocates nothing and takes no lock while one is held.
     *
     * @throws FoxdenException as {@link #refresh()}
     */
    public Secret accessToken() {
        return tokens.current();
    }

    /**
     * A token other than the one that Foxy has just refused with 401; the same one where another is not to be had yet.
     *
     * @throws FoxdenException as {@link #refresh()}
     */
    public Secret renewedAccessToken(Secret refused) {
        return tokens.renewed(refused);
    }

    /** The API, from its home on; tokens are seen to. */
    public Api api() {
        return api;
    }

    /** Checks of everything, the network last. */
    public Report doctor() {
        return doctor.examine();
    }

    /**
     * What happened lately, the newest first; looks only.
     *
     * @throws OperatorException {@link Code#BAD_REQUEST} unless {@code most} is 1 to 1,000
     */
    public List<Told> history(int most) {
        return history.newest(most);
    }

    /** What can be measured. */
    public Readings readings() {
        return readings;
    }

    /** Who may administer this installation. */
    public Access access() {
        return access;
    }

    private void checkWritable() {
        settings.check();
        vault.check();
    }

    /** Not waited for where there is a background thread. */
    private void nameStore() {
        if (started) {
            upkeep.soon();
        } else {
            storeName.find();
        }
    }

    /**
     * Ends everything: first what waits for Foxy, except that an answer on its way is waited for, bounded, and written;
     * then the background threads; and wipes the key.
     */
    @Override
    public void close() {
        upkeep.stop();
        wire.close();
        if (!inHand.await(LAST_ANSWERS)) {
            LOG.error("An answer of Foxy's could not be written before the end, and is lost.");
        }
        workThread.close();
        upkeep.close();
        store.close();
        vault.close();
    }
}
