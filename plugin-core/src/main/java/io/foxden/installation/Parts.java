package io.foxden.installation;

import io.foxden.Version;
import io.foxden.access.Access;
import io.foxden.api.Api;
import io.foxden.authorization.Authorization;
import io.foxden.authorization.Ground;
import io.foxden.config.Settings;
import io.foxden.doctor.Doctor;
import io.foxden.doctor.Patient;
import io.foxden.doctor.Presence;
import io.foxden.event.Counts;
import io.foxden.event.Event;
import io.foxden.event.EventLog;
import io.foxden.event.Events;
import io.foxden.event.History;
import io.foxden.http.Wire;
import io.foxden.meter.Readings;
import io.foxden.navigation.FoxyApi;
import io.foxden.problem.Code;
import io.foxden.problem.RefusedException;
import io.foxden.registration.Client;
import io.foxden.registration.ClientJournal;
import io.foxden.registration.Endpoints;
import io.foxden.registration.Registrar;
import io.foxden.secret.RandomText;
import io.foxden.setting.HttpSettings;
import io.foxden.store.AnswersInHand;
import io.foxden.store.Store;
import io.foxden.token.AccessTokens;
import io.foxden.token.ClientCheck;
import io.foxden.token.Connections;
import io.foxden.token.Pace;
import io.foxden.token.Promotion;
import io.foxden.token.TokenEndpoint;
import io.foxden.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an installation, put together. The order of the fields is the way a request or a secret travels:
 *
 * <pre>
 * config ─→ registration ─→ vault ─→ authorization ─→ token ─→ api
 *  read      POST client     seal     state + code      refresh   HAL links
 * </pre>
 */
final class Parts {
    private static final Duration TIDYING = Duration.ofSeconds(1);
    private static final Duration PRUNING = Duration.ofMinutes(1);
    private static final int PRUNED_AT_ONCE = 500;

    final Settings settings;
    final Wire wire;
    final Store store;
    final Vault vault;
    final History history;
    final Events events;
    final Access access;
    final ClientJournal journals;
    final Registrar registrar;
    final ClientCheck clients;
    final Connections connections;
    final Authorization authorization;
    final AccessTokens tokens;
    final Api api;
    final Site site;
    final Reach reach;
    final Relocation relocation;
    final Setup setup;
    final StatusReader statusReader;
    final Readings readings;
    final StoreName storeName;
    final Doctor doctor;
    final Effective effective;
    final AnswersInHand inHand = new AnswersInHand();
    final IdleThread workThread;
    final Pulse pulse;
    final Upkeep upkeep;
    volatile boolean started;
    volatile @Nullable Presence presence;

    Parts(Settings settings, Home home, Machinery machinery, boolean looking) {
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
        this.effective = new Effective(home.folder(), settings, events);
        this.journals = new ClientJournal(store, vault, clock);
        Endpoints endpoints =
                new Endpoints(wire, settings.apiUrl(), settings.authorizeUrl(), settings.addressesGiven(), clock);
        this.registrar = new Registrar(journals, store, endpoints, inHand, events, random, clock, pace.oneCall());
        this.connections = new Connections(Connections.DEFAULT, store, vault, random);
        TokenEndpoint endpoint = new TokenEndpoint(endpoints, journals);
        this.clients = new ClientCheck(journals, endpoint);
        this.tokens = AccessTokens.of(connections, journals, endpoint, clients, store, inHand, events, pace);
        Promotion promotion = new Promotion(journals, connections, endpoints, endpoint, inHand, events, pace);
        this.api = new FoxyApi(() -> endpoints.foxy(journals.read().current()), tokens, machinery.pause());
        this.site = new Site(settings, store, journals);
        this.reach = new Reach(machinery.wire(), random, clock);
        this.relocation = new Relocation(settings, site, journals, reach, events);
        this.setup = new Setup(settings, site, registrar);
        this.storeName = new StoreName(api, tokens, journals, connections, clock, pace.nanos());
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
                machinery.nanos(),
                machinery.pause(),
                settings.scope(),
                this::checkWritable,
                site::of,
                relocation::problem,
                this::nameStore));
        this.workThread = new IdleThread("foxden-work-" + settings.home().getFileName());
        this.pulse = new Pulse(store, clock, pace.nanos());
        this.upkeep = new Upkeep(
                tokens,
                inHand,
                new Worker(tidying(pace), Runnable::run),
                new Worker(chores(promotion), workThread),
                clock,
                pace.nanos(),
                String.valueOf(settings.home().getFileName()));
        Around around = new Around(settings, site, journals);
        Troubles troubles =
                new Troubles(settings, vault, inHand, clock, upkeep::problem, around::problems, relocation::problem);
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
                () -> relocation.problem(journals.read().newest()),
                () -> Optional.ofNullable(presence).or(site::rememberedPresence),
                troubles::own,
                pulse::last,
                around::problems,
                home.mended(),
                clock));
    }

    private List<Chore> chores(Promotion promotion) {
        return List.of(
                new Chore("refreshing the access token", tokens::isDue, tokens::keepFresh),
                new Chore("trying the new client", promotion::isDue, promotion::attempt),
                new Chore("reading the store's name", storeName::isDue, storeName::find));
    }

    /** What needs no network, and is done by the beat itself. */
    private List<Chore> tidying(Pace pace) {
        AtomicBoolean cold = new AtomicBoolean(true);
        return List.of(
                // With the first beat, so that the host's start need not share the processor with it.
                new Chore("getting ready to ask Foxy", () -> cold.getAndSet(false), wire::warm),
                new Chore("ending sessions of another clock", new Every(TIDYING, pace.nanos()), access::tidy),
                new Chore(
                        "clearing away what is over",
                        new Every(PRUNING, pace.nanos()),
                        () -> authorization.prune(PRUNED_AT_ONCE)),
                new Chore(
                        "telling others that the beat goes on",
                        () -> vault.problem().isEmpty() && pulse.isDue(),
                        pulse::tell));
    }

    void checkWritable() {
        settings.check();
        vault.check();
    }

    /** Not waited for where there is a background thread. */
    void nameStore() {
        if (started) {
            upkeep.soon();
        } else {
            storeName.find();
        }
    }

    /** A client that Foxy refused once, perhaps by mistake, is not replaced before it was asked about once more. */
    void askAboutRefused() {
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
}
