package io.foxden.installation;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.Version;
import io.foxden.access.Access;
import io.foxden.api.Api;
import io.foxden.authorization.Authorization;
import io.foxden.config.Settings;
import io.foxden.doctor.Check;
import io.foxden.doctor.Presence;
import io.foxden.doctor.Report;
import io.foxden.event.Event;
import io.foxden.event.Told;
import io.foxden.file.Ownership;
import io.foxden.meter.Readings;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.OperatorException;
import io.foxden.problem.Problem;
import io.foxden.problem.ReconnectException;
import io.foxden.problem.RefusedException;
import io.foxden.problem.TryLaterException;
import io.foxden.registration.Client;
import io.foxden.secret.Digest;
import io.foxden.secret.Secret;
import io.foxden.setting.SiteAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One installation: registered once at Foxy, connected to one store, its token kept fresh.
 *
 * <p>{@link Parts} shows what it is made of, in the order in which a request or a secret travels.
 *
 * <p>Safe for many threads, and for several processes on the same home: each sees at once what another changed. Methods
 * that talk to Foxy take as long as the connect and read time-outs allow.
 */
public final class Installation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    /** So long does the end wait for answers that are on their way, and for the disk to take those that are in hand. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(6);

    private static final Duration NAME_PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Parts parts;
    private volatile @Nullable Tenancy tenancy;

    private Installation(Parts parts) {
        this.parts = parts;
    }

    /**
     * Opens the installation in the home folder, which is made where it is missing. Reads files, and nothing else: no
     * network. Bad settings and a wrong vault key do not keep it from opening; they are in {@link #status()} and forbid
     * changes.
     *
     * @throws OperatorException {@link Code#HOME_NOT_OURS} if others than this account and root could have put there what
     *     is in it, {@link Code#HOME_UNUSABLE} if the folder cannot be read or made,
     *     {@link Code#RECORD_UNREADABLE} if the record that says which installation it is cannot be read
     * @throws TryLaterException {@link Code#LOCKED} if another process keeps opening it
     */
    public static Installation open(Settings settings) {
        return open(settings, Machinery.real());
    }

    /**
     * The same for a web application, which lives in the home until it closes it.
     *
     * @throws OperatorException {@link Code#HOME_IN_USE} if another one lives there
     */
    public static Installation open(Settings settings, Tenant tenant) {
        Machinery machinery = Machinery.real();
        Installation opened = open(settings, machinery);
        try {
            opened.tenancy = Tenancy.enter(settings.home(), tenant, machinery);
            return opened;
        } finally {
            if (opened.tenancy == null) {
                opened.close();
            }
        }
    }

    /**
     * For who only wants to know whether it may work on that home at all; looks only.
     *
     * @throws OperatorException {@link Code#HOME_NOT_OURS} if the home belongs to another account
     */
    public static void checkOwner(Settings settings) {
        Ownership.checkOwner(settings.home());
    }

    /** Whether an installation was ever opened in the home folder; makes nothing. */
    public static boolean exists(Settings settings) {
        return Home.exists(settings);
    }

    /** The same with a test's clock, randomness or wire. */
    public static Installation open(Settings settings, Machinery machinery) {
        Installation opened = new Installation(new Parts(settings, Home.open(settings, machinery), machinery, false));
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
        return Home.look(settings, machinery).map(home -> new Installation(new Parts(settings, home, machinery, true)));
    }

    /**
     * What can be said of an installation that cannot be opened: it counts as broken, or as new where none was ever
     * opened.
     *
     * @param why it cannot be opened; null where there is none
     */
    public static Status unopened(Settings settings, @Nullable Problem why) {
        Phase phase = exists(settings) ? Phase.BROKEN : Phase.NEW;
        return new Status(Version.TEXT, settings.mode().word(), phase, null, null, why, settings.problems());
    }

    /**
     * Gives up everything that is sealed in the home, for who lost the key: clients and connections are forgotten, and a
     * new key is made where none is configured. An installation that is open there has to be opened anew.
     *
     * @return what was lost without having been read
     */
    public static List<Problem> resetWithoutKey(Settings settings) {
        return resetWithoutKey(settings, "");
    }

    /**
     * The same, asked for in a session, which stays.
     *
     * @param session its token; empty where there is none
     */
    public static List<Problem> resetWithoutKey(Settings settings, String session) {
        return Forgetting.withoutKey(settings, session);
    }

    /** Takes over what an earlier version left in another place. */
    private void adopt() {
        try {
            Client current = parts.journals.read().current();
            if (current != null && parts.vault.problem().isEmpty()) {
                parts.connections.adopt(current);
            }
        } catch (FoxdenException e) {
            LOG.debug("What an earlier version left stays where it is for now", e);
        }
    }

    /** Tells how the web application has Foxden in it; that and the settings are remembered for the command line. */
    public Installation deployed(Presence here) {
        parts.presence = here;
        if (parts.vault.problem().isEmpty()) {
            parts.effective.write();
            parts.site.remember(here);
        }
        return this;
    }

    /**
     * Tells who answers at our address in the web application; remembered for the command line.
     *
     * @param other who answers instead of us; empty where we do
     */
    public Installation answered(Optional<String> other) {
        parts.site.rememberAnswer(other);
        return this;
    }

    /**
     * A mark that every copy of this web application makes of a question, and nobody else can.
     *
     * @throws FoxdenException if the record that says who we are cannot be read
     */
    public String mark(String question) {
        return Digest.sha256(Home.identity(parts.store) + "\n" + question);
    }

    /** Prepares the setup code: for the web application, not for the command line. */
    public Installation prepare() {
        parts.access.prepare();
        return this;
    }

    /** Begins to keep the token fresh in the background, until it is closed: for the web application. Waits for nothing. */
    public Installation start() {
        parts.started = true;
        parts.upkeep.start();
        return this;
    }

    public Settings settings() {
        return parts.settings;
    }

    /** What this installation is now; read anew each time. Never throws. */
    public Status status() {
        return parts.statusReader.read();
    }

    /**
     * The same, for who may just have connected a store: its name, which is read afterwards, is waited for, two seconds at
     * most.
     */
    public Status statusWithName() {
        long end = System.nanoTime() + NAME_PATIENCE.toNanos();
        while (parts.started && parts.storeName.isOnItsWay() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return status();
    }

    /** What keeps sealed values from being opened; empty where nothing does. */
    public Optional<Problem> locked() {
        return parts.vault.problem();
    }

    /** Where the site answers; empty while nothing says. */
    public Optional<SiteAddress> site() {
        return parts.site.address();
    }

    /** What an install would send to Foxy. */
    public RegistrationForm form(@Nullable URI seenSiteUrl) {
        return parts.setup.form(seenSiteUrl);
    }

    /**
     * What {@link #install} would send, after the checks that it makes first; sends and changes nothing. Empty if there
     * is nothing to do.
     *
     * @throws OperatorException as {@link #install}
     */
    public Optional<RegistrationForm> plan(InstallRequest request) {
        parts.checkWritable();
        return parts.setup.plan(request);
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
        parts.checkWritable();
        parts.askAboutRefused();
        boolean registered = parts.setup.install(request);
        return new Installed(registered, status());
    }

    /** The two legs of the store owner's consent. */
    public Authorization authorization() {
        return parts.authorization;
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
        parts.checkWritable();
        parts.tokens.refresh();
        parts.nameStore();
        return status();
    }

    /** Forgets the tokens; the client is kept. Does nothing where nothing is connected. */
    public Status disconnect() {
        parts.checkWritable();
        boolean connected = parts.connections.disconnect();
        parts.tokens.watch();
        if (connected) {
            parts.events.tell(new Event.Disconnected(parts.connections.key()));
        }
        return status();
    }

    /**
     * Forgets tokens and clients, and ends all sessions; the ids stay on the list that {@link #doctor()} shows. Works
     * whatever is damaged: what cannot be read goes unread.
     */
    public Forgotten reset() {
        return reset("");
    }

    /**
     * The same, asked for in a session, which stays.
     *
     * @param session its token; empty where there is none
     */
    public Forgotten reset(String session) {
        parts.checkWritable();
        return new Forgetting(parts).all(session);
    }

    /**
     * An access token that is valid now. Allocates nothing and takes no lock while one is held.
     *
     * @throws FoxdenException as {@link #refresh()}
     */
    public Secret accessToken() {
        return parts.tokens.current();
    }

    /**
     * A token other than the one that Foxy has just refused with 401; the same one where another is not to be had yet.
     *
     * @throws FoxdenException as {@link #refresh()}
     */
    public Secret renewedAccessToken(Secret refused) {
        return parts.tokens.renewed(refused);
    }

    /** The API, from its home on; tokens are seen to. */
    public Api api() {
        return parts.api;
    }

    /** What is amiss on this machine without stopping anything, for the log of the start. */
    public List<Check> warnings() {
        return parts.doctor.warningsAtStart();
    }

    /** Checks of everything, the network last. */
    public Report doctor() {
        return parts.doctor.examine();
    }

    /**
     * What happened lately, the newest first; looks only.
     *
     * @throws OperatorException {@link Code#BAD_REQUEST} unless {@code most} is 1 to 1,000
     */
    public List<Told> history(int most) {
        return parts.history.newest(most);
    }

    /** What can be measured. */
    public Readings readings() {
        return parts.readings;
    }

    /** Who may administer this installation. */
    public Access access() {
        return parts.access;
    }

    /**
     * Ends everything: first what waits for Foxy, except that an answer on its way is waited for, bounded, and written;
     * then the background threads; and wipes the key.
     */
    @Override
    public void close() {
        parts.upkeep.stop();
        parts.wire.close();
        if (!parts.inHand.await(LAST_ANSWERS)) {
            LOG.error("An answer of Foxy's could not be written before the end, and is lost.");
        }
        parts.workThread.close();
        parts.upkeep.close();
        parts.pulse.end();
        parts.store.close();
        parts.vault.close();
        Tenancy lived = tenancy;
        if (lived != null) {
            lived.close();
        }
    }
}
