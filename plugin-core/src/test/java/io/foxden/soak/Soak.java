package io.foxden.soak;

import io.foxden.installation.Installation;
import io.foxden.problem.FoxdenException;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.SandboxOptions;
import io.foxden.testkit.fault.Behaviour;
import io.foxden.testkit.fault.Consent;
import io.foxden.testkit.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Four processes with sixteen readers each on one home, and a Foxy that rotates refresh tokens. Time goes on in leaps; what
 * happens before each leap a seed decides. After each, all readers of all processes that run ask at once, and the
 * {@link Oracle} compares what they got, what the processes say, and what came to Foxy, with what is true.
 */
final class Soak implements AutoCloseable {
    private static final int PROCESSES = 4;
    /** The slot of the clock by which persons act. */
    private static final int PERSON = PROCESSES + 1;

    private static final List<Duration> LEAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(20),
            Duration.ofMinutes(50),
            Duration.ofMinutes(119),
            Duration.ofMinutes(121),
            Duration.ofHours(5));
    private static final List<Duration> LIES = List.of(
            Duration.ofMinutes(-5),
            Duration.ofMinutes(5),
            Duration.ofHours(-1),
            Duration.ofHours(-6),
            Duration.ofHours(10),
            Duration.ofHours(48),
            Duration.ofHours(-48));
    private static final Duration DOUBT = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BEATS_MILLIS = 1_500;
    private static final int HOURS_TO_HEAL = 48;

    private final Random random;
    private final Path clockFile;
    private final SoakClock truth;
    private final Sandbox foxy;
    private final SoakHome home;
    private final Installation person;
    private final Oracle oracle;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<SoakProcess> processes = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private final Map<String, Integer> events = new TreeMap<>();
    private final Instant[] disturbed = new Instant[PERSON + 1];
    private Instant lied = Instant.MIN;
    private boolean lying;
    private boolean clocksDiffer;
    private boolean lifetimesLie;
    private boolean free;
    private int steps;

    Soak(long seed, Path folder) throws Exception {
        this.random = new Random(seed);
        this.clockFile = folder.resolve("clock");
        this.truth = SoakClock.in(clockFile, SoakClock.TRUTH);
        Behaviour behaviour = Behaviour.standard().withConsent(Consent.APPROVE).withRotateRefreshTokens(true);
        this.foxy = Sandbox.start(SandboxOptions.standard().withClock(truth).withBehaviour(behaviour));
        this.home = new SoakHome(folder.resolve("home"), foxy.apiUrl(), foxy.authorizeUrl());
        this.person = home.open(SoakClock.in(clockFile, PERSON));
        this.oracle = new Oracle(foxy, truth);
    }

    private void begin() throws Exception {
        SoakHome.install(person);
        SoakHome.consent(person);
        oracle.consented();
        for (int slot = 1; slot <= PROCESSES; slot++) {
            processes.add(SoakProcess.start(home, clockFile, slot, threads));
            disturbed[slot] = truth.instant();
        }
    }

    /** Lets that much time pass, in turmoil, and two days more in peace. */
    void live(Duration time) throws Exception {
        begin();
        step(Duration.ZERO, false);
        Instant end = truth.instant().plus(time);
        while (truth.instant().isBefore(end)) {
            turmoil();
            step(LEAPS.get(random.nextInt(LEAPS.size())), !anyStopped() && chance(6));
        }
        peace();
        heal();
    }

    List<Violation> violations() {
        return oracle.violations();
    }

    /** What happened, and how often. */
    Map<String, Integer> events() {
        return events;
    }

    int steps() {
        return steps;
    }

    private void turmoil() throws Exception {
        if (chance(25)) {
            trouble();
        }
        if (chance(30)) {
            foxy.clearFaults();
            lifetimesLie = false;
            happened.add("no faults");
        }
        if (chance(8)) {
            lie();
        } else if (lying && chance(35)) {
            truthful();
        }
        if (anyStopped() && chance(40)) {
            goOn();
        }
        if (chance(3)) {
            kill();
        }
        if (chance(3)) {
            consent();
        }
        if (chance(3)) {
            refresh();
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void happened(String kind, String what) {
        events.merge(kind, 1, Integer::sum);
        happened.add(kind + " " + what);
    }

    private void trouble() {
        Trouble trouble = Trouble.ALL.get(random.nextInt(Trouble.ALL.size()));
        int times = chance(70) ? 1 + random.nextInt(3) : 1000;
        foxy.clearFaults(); // two of them would make of an answer what nobody sends
        lifetimesLie = false;
        for (Fault fault : trouble.faults(times)) {
            foxy.order(fault);
        }
        lifetimesLie |= trouble.lies();
        happened(trouble.name(), "× " + times);
    }

    /** Mostly the machine's clock, which is wrong for all; now and then that of one process, as of a node of a cluster. */
    private void lie() throws InterruptedException {
        seenByAll();
        Duration wrong = LIES.get(random.nextInt(LIES.size()));
        int only = chance(30) ? 1 + random.nextInt(PROCESSES) : 0;
        for (int slot = 1; slot <= PERSON; slot++) {
            if (only == 0 || only == slot) {
                truth.lie(slot, wrong);
            }
        }
        lying = true;
        clocksDiffer |= only != 0;
        happened("clock wrong", wrong + " for " + (only == 0 ? "all" : "process " + only));
    }

    /** What was written under one clock the beats have seen before the next one: they are of real time, a second apart. */
    private static void seenByAll() throws InterruptedException {
        Thread.sleep(BEATS_MILLIS);
    }

    private void truthful() throws InterruptedException {
        seenByAll();
        for (int slot = 1; slot <= PERSON; slot++) {
            truth.lie(slot, Duration.ZERO);
        }
        lied = truth.instant();
        lying = false;
        clocksDiffer = false;
        happened.add("clocks right");
    }

    private boolean anyStopped() {
        return processes.stream().anyMatch(SoakProcess::stopped);
    }

    private void goOn() throws Exception {
        for (SoakProcess process : processes) {
            if (process.stopped()) {
                process.goOn();
                disturbed[process.slot()] = truth.instant();
                free = true;
                happened("going on", "process " + process.slot());
            }
        }
    }

    /** Never between an answer of Foxy's and the disk: a refresh token that is lost there is lost for everybody. */
    private void kill() throws Exception {
        int which = random.nextInt(PROCESSES);
        SoakProcess process = processes.get(which);
        if (process.stopped() || process.owes() || oracle.callsInStep() > 0 || !oracle.quiet()) {
            return;
        }
        process.kill();
        processes.set(which, SoakProcess.start(home, clockFile, process.slot(), threads));
        disturbed[process.slot()] = truth.instant();
        happened("killed and started again", "process " + process.slot());
    }

    private void consent() {
        try {
            SoakHome.consent(person);
            oracle.consented();
            happened("a new consent", "");
        } catch (FoxdenException e) {
            oracle.violated(
                    "a consent fails",
                    e.problem().code().word() + " " + e.problem().detail());
        }
        free = true;
    }

    private void refresh() throws Exception {
        SoakProcess process = processes.get(random.nextInt(PROCESSES));
        if (!process.stopped()) {
            settle(process);
            process.order("refresh");
            happened("a person refreshes", "in process " + process.slot() + ": " + process.answer(this::waits));
            free = true;
        }
    }

    /** Time passes, all ask, all are compared with the truth. */
    private boolean step(Duration leap, boolean stopOne) throws Exception {
        steps++;
        if (lying) {
            happened.add("clocks lie");
        }
        happened.add("+" + leap);
        // Where clocks differ, who wrote when a token came is not understood by the others.
        oracle.begin(happened, leap, lifetimesLie || clocksDiffer);
        happened.clear();
        truth.pass(leap);
        boolean all = read(stopOne);
        oracle.calls(free || anyStopped() || clocksDiffer, doubtful());
        for (SoakProcess process : processes) {
            if (!process.stopped()) {
                oracle.status(process.slot(), status(process), sure(process) && !doubtful());
            }
        }
        free = false;
        return all;
    }

    /** What the process says; a failure that its beat just met may be on its way to the record still. */
    private List<String> status(SoakProcess process) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> says = askedForStatus(process);
        while (oracle.isSilent(says) && System.nanoTime() - end < 0) {
            says = askedForStatus(process);
        }
        return says;
    }

    private List<String> askedForStatus(SoakProcess process) throws Exception {
        process.order("status");
        return process.answer(this::waits);
    }

    private boolean read(boolean stopOne) throws Exception {
        for (SoakProcess process : processes) {
            if (!process.stopped()) {
                settle(process);
                process.order("read");
            }
        }
        if (stopOne) {
            SoakProcess process = processes.get(random.nextInt(PROCESSES));
            process.stop();
            disturbed[process.slot()] = truth.instant();
            happened("stopped meanwhile", "process " + process.slot());
        }
        boolean all = true;
        for (SoakProcess process : processes) {
            if (!process.stopped()) {
                all &= oracle.read(process.slot(), process.answer(this::waits), sure(process), doubtful());
            }
        }
        return all;
    }

    /** What it still had to answer from before it was stopped, or that it is ready. */
    private void settle(SoakProcess process) throws Exception {
        if (process.owes()) {
            process.answer(this::waits);
        }
    }

    /**
     * A process waits for one that was stopped while it asked Foxy, for as long as the time-outs say. It may, while there is
     * no token; that the other goes on saves time.
     */
    private void waits(SoakProcess process, boolean forLong) throws Exception {
        if (forLong) {
            hangs(process);
        } else if (anyStopped() && !oracle.someTokenLives()) {
            goOn();
        }
    }

    private void hangs(SoakProcess process) throws Exception {
        oracle.violated(
                "a process does not answer", process.slot() + (anyStopped() ? ", while another is stopped" : ""));
        goOn();
    }

    /** Who woke up or started anew while clocks lied, or not long after, has nothing to tell the time by. */
    private boolean sure(SoakProcess process) {
        Instant since = disturbed[process.slot()];
        return oracle.lifetimeIsTrue()
                && (!doubtful() || since == null || truth.instant().isAfter(later(since, DOUBT.multipliedBy(3))));
    }

    private boolean doubtful() {
        return lying || !oracle.lifetimeIsTrue() || truth.instant().isBefore(later(lied, DOUBT));
    }

    private static Instant later(Instant when, Duration time) {
        return when.equals(Instant.MIN) ? when : when.plus(time);
    }

    private void peace() throws Exception {
        foxy.clearFaults();
        lifetimesLie = false;
        truthful();
        goOn();
        happened.add("peace");
    }

    /** However bad it was, nobody has to do anything. */
    private void heal() throws Exception {
        boolean well = false;
        for (int hour = 0; hour < HOURS_TO_HEAL && !well; hour++) {
            well = step(Duration.ofHours(1), false);
        }
        if (!well) {
            oracle.violated("not healed", "after " + HOURS_TO_HEAL + " hours of peace");
        }
    }

    @Override
    public void close() {
        processes.forEach(SoakProcess::close);
        person.close();
        foxy.close();
        threads.shutdownNow();
    }
}
