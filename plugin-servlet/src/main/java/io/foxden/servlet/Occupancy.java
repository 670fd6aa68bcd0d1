package io.foxden.servlet;

import io.foxden.Foxden;
import io.foxden.config.Settings;
import io.foxden.host.Application;
import io.foxden.installation.Forgotten;
import io.foxden.installation.Installation;
import io.foxden.meter.Meters;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.secret.RandomText;
import io.foxden.servlet.Reopening.Pauses;
import io.foxden.servlet.gate.Gatehouse;
import io.foxden.words.Message;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The installation of one web application over time: opened, tried again while it is closed or its vault is, given up and
 * made anew, ended. Safe for many threads; only one opens or gives up at a time.
 */
final class Occupancy {
    private static final Logger LOG = LoggerFactory.getLogger(Occupancy.class);

    /** So long a request of an administrator waits for an attempt to open what is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Until then the host has better to do. */
    private static final Duration HOST_STARTS = Duration.ofMillis(1_500);

    private final Application application;
    private final Supplier<Settings> settings;
    private final RandomText random = new RandomText(new SecureRandom());
    private final Opening opening;
    private final Clock clock = Clock.systemUTC();
    private final HostView view = new HostView(this::premises);
    /** Held while something is opened or given up; never waited for while the monitor is held. */
    private final ReentrantLock work = new ReentrantLock();

    /** Null until somebody needs it: what later ways into the application know may count for it. */
    private volatile @Nullable Premises premises;

    private volatile @Nullable Reopening reopening;
    private volatile boolean running;
    private @Nullable Instant closedSince;
    private @Nullable Meters meters;

    /**
     * Nothing is open yet.
     *
     * @param settings read anew for each attempt
     */
    Occupancy(Application application, Supplier<Settings> settings, String usualBasePath) {
        this.application = application;
        this.settings = settings;
        this.opening = new Opening(
                application, usualBasePath, random, new Reception(this::closedDesk), this::latestDesk, this::reset);
    }

    private Desk closedDesk() {
        Gatehouse gatehouse = Gatehouse.closed(() -> premises().settings(), clock, random);
        Switchboard closed = new ClosedAnswers(this::premises, this::reset, gatehouse).switchboard();
        return new FrontDesk(gatehouse.gate(), gatehouse.refusals(), closed, this::latestDesk);
    }

    /** How things stand now; opens the installation where that was not tried yet. */
    Premises premises() {
        Premises now = premises;
        return now == null ? opened() : now;
    }

    /** Shows itself to the host's own code, which may need it before the filter begins. Opens nothing. */
    void show() {
        application.context().setAttribute(Foxden.class.getName(), view);
    }

    /** Opens it, unless that was done; no thread is started. Where it cannot be opened, {@link #begin} will go on. */
    private synchronized Premises opened() {
        Premises now = premises;
        if (now == null) {
            closedSince = null;
            now = timed(opening.open(settings.get()), Pauses.USUAL.first());
            premises = now;
            running = true;
        }
        return now;
    }

    /** Starts what needs threads. Opens it anew after an end. */
    synchronized void begin() {
        if (!running) {
            premises = null;
        }
        Installation foxden = opened().foxden();
        show();
        if (foxden != null) {
            run(foxden);
        }
        keepTrying();
    }

    private synchronized void keepTrying() {
        Reopening last = reopening;
        if (running && !premises().isWhole() && (last == null || last.isOver())) {
            String name = application.context().getContextPath();
            reopening = Reopening.start(this::reopens, Pauses.USUAL, name.isEmpty() ? "/" : name);
        }
    }

    /** Has what is closed or locked tried once more, unless that was just done. */
    private Desk latestDesk() {
        Reopening last = reopening;
        if (last != null) {
            last.now(PATIENCE);
        }
        return premises().desk();
    }

    /** One attempt; the rest is left to do while the vault in it is locked. */
    private boolean reopens(Duration next) {
        work.lock();
        try {
            if (running && !premises().isWhole()) {
                take(timed(opening.open(settingsNow()), next));
            }
            return premises().isWhole() || !running;
        } finally {
            work.unlock();
        }
    }

    /**
     * Forgets tokens and clients. Where what tells our own identity or key is damaged, or the caller says that the key is
     * lost, everything that was sealed is given up and the installation opened anew.
     */
    private Forgotten reset(boolean withoutKey, String session) {
        work.lock();
        try {
            Premises now = premises();
            Installation foxden = now.foxden();
            boolean anew = withoutKey || foxden == null || isDamaged(foxden.locked());
            return foxden == null || anew ? renewed(now.settings(), session) : foxden.reset(session);
        } finally {
            work.unlock();
        }
    }

    private static boolean isDamaged(Optional<Problem> locked) {
        return locked.filter(problem -> problem.code() == Code.RECORD_UNREADABLE)
                .isPresent();
    }

    private Forgotten renewed(Settings now, String session) {
        closeWith(Problem.of(Code.LOCKED, Message.of("servlet/resetting")));
        List<Problem> unread;
        try {
            unread = Installation.resetWithoutKey(now, session);
        } finally {
            take(timed(opening.open(now), Pauses.USUAL.first()));
            keepTrying();
        }
        unread.forEach(problem -> LOG.warn("{} {}", problem.detail(), problem.remedy()));
        return new Forgotten(premises().status(), unread);
    }

    private void closeWith(Problem why) {
        @Nullable Installation last;
        synchronized (this) {
            Premises now = premises;
            last = now == null ? null : now.foxden();
            premises = opening.closed(now == null ? settings.get() : now.settings(), why);
            showNothing();
        }
        if (last != null) {
            last.close();
        }
    }

    private void take(Premises fresh) {
        Installation left = changed(fresh);
        if (left != null) {
            left.close();
        }
    }

    /** Takes what is better than what there is; gives what is then to be closed. */
    private synchronized @Nullable Installation changed(Premises fresh) {
        Premises before = premises();
        if (!running || (before.isOpen() && !fresh.isWhole())) {
            return fresh.foxden();
        }
        premises = fresh;
        if (fresh.foxden() != null) {
            run(fresh.foxden());
        }
        return before.foxden();
    }

    /** What keeps the home from being opened may have kept the file in it from being read, too. */
    private Settings settingsNow() {
        try {
            return settings.get();
        } catch (RuntimeException | Error e) {
            LOG.warn("The settings cannot be read just now.", e);
            return premises().settings();
        }
    }

    /** Since when it is closed, and when it will be tried again. */
    private synchronized Premises timed(Premises fresh, Duration next) {
        Problem why = fresh.problem();
        if (why == null) {
            closedSince = null;
            return fresh;
        }
        Instant now = clock.instant();
        closedSince = closedSince == null ? now : closedSince;
        return opening.closed(fresh.settings(), why.lasting(closedSince, now.plus(next)));
    }

    private synchronized void run(Installation foxden) {
        foxden.start();
        showNothing();
        meters = Meters.show(foxden.readings(), HOST_STARTS);
        opening.tell(premises());
    }

    private synchronized void showNothing() {
        if (meters != null) {
            meters.close();
            meters = null;
        }
    }

    /** Afterwards the desk says no. */
    void end() {
        Reopening attempts;
        synchronized (this) {
            running = false;
            attempts = reopening;
            reopening = null;
            application.context().removeAttribute(Foxden.class.getName());
        }
        if (attempts != null) {
            attempts.close();
        }
        closeWith(Problem.of(Code.NOT_STARTED, Message.of("servlet/ended")));
    }
}
