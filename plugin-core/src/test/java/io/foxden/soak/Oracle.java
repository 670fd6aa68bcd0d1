package io.foxden.soak;

import static org.awaitility.Awaitility.await;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.journal.Ending;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what is true at Foxy, and so what the processes should have done and said. */
final class Oracle {
    /** A token that has so little left is nobody's duty any more. */
    private static final Duration MARGIN = Duration.ofMinutes(2);
    /** Nobody refreshes a token that lives two hours so soon. */
    private static final Duration NOT_DUE = Duration.ofMinutes(90);

    private static final int REMEMBERED = 12;

    private final Sandbox foxy;
    private final SoakClock truth;
    private final Set<String> known = new LinkedHashSet<>();
    /** Tokens of which Foxy told an untrue lifetime. */
    private final Set<String> liedAbout = new HashSet<>();

    /** What each process's readers got the last time, and lived then: who sees a dead one first cannot know its age. */
    private final Map<Integer, Set<String>> seen = new HashMap<>();

    private final Deque<String> lately = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();
    /** The numbers of the token calls that were really answered with tokens. */
    private final Set<Long> granted = ConcurrentHashMap.newKeySet();

    /** The calls since time last passed. */
    private final List<Exchange> group = new ArrayList<>();

    private boolean freeBefore;
    private int callsSeen;
    private int callsInStep;
    private Instant begun = Instant.MIN;
    private Instant live = Instant.MIN;
    /** The same, with what readers got in this step. */
    private Instant liveAfter = Instant.MIN;

    private Instant notDueBefore = Instant.MIN;
    /** Whether the last call was refused for what we are, and whether one was since the last good one. */
    private boolean refusedLast;

    private boolean refused;
    private boolean failing;
    private boolean lifetimesLie;
    private boolean lifetimeIsTrue = true;

    Oracle(Sandbox foxy, SoakClock truth) {
        this.foxy = foxy;
        this.truth = truth;
        foxy.afterProcessing(call -> {
            if (call.target() == Target.TOKEN && call.status() == 200) {
                granted.add(call.number());
            }
        });
    }

    /**
     * That happened, and now so much time passes.
     *
     * @param lies whether Foxy may lie about how long tokens live
     */
    void begin(List<String> happened, Duration leap, boolean lies) {
        lifetimesLie = lies;
        lifetimeIsTrue &= !lies;
        begun = truth.instant().plus(leap);
        known.removeIf(
                token -> foxy.accessTokenExpiry(token).filter(begun::isBefore).isEmpty());
        live = known.stream()
                .flatMap(token -> foxy.accessTokenExpiry(token).stream())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        liveAfter = live;
        remember(begun + " " + happened);
    }

    private void remember(String what) {
        lately.add(what);
        if (lately.size() > REMEMBERED) {
            lately.remove();
        }
    }

    /** Whether somebody holds a token that is good for a while. */
    boolean someTokenLives() {
        return live.isAfter(truth.instant().plus(MARGIN));
    }

    /**
     * What a process's readers got.
     *
     * @param sure whether nothing keeps it from knowing the time
     * @param doubtful whether clocks lie or did lately: how old a token is, only those know then who saw it before
     * @return whether all of them got a token
     */
    boolean read(int process, List<String> cells, boolean sure, boolean doubtful) {
        Set<String> before = seen.getOrDefault(process, Set.of());
        Set<String> now = new HashSet<>();
        boolean all = true;
        for (int cell = 0; cell + 1 < cells.size(); cell += 2) {
            String got = cells.get(cell);
            String who = cells.get(cell + 1) + " readers of process " + process;
            if (got.startsWith("ok:")) {
                String token = got.substring("ok:".length());
                token(who, token, sure && (!doubtful || before.contains(token)));
                if (livesAt(token, begun)) {
                    now.add(token);
                }
            } else {
                failure(who + ": " + got, got, sure);
                all = false;
            }
        }
        seen.put(process, now);
        return all;
    }

    private void token(String who, String token, boolean sure) {
        Optional<Instant> expiry = foxy.accessTokenExpiry(token);
        if (sure && !liedAbout.contains(token) && !livesAt(token, begun)) {
            String since = expiry.map(at -> "dead since " + at).orElse("revoked");
            violated("a dead token is handed out", who + ": " + since);
        }
        liveAfter = expiry.filter(liveAfter::isBefore).orElse(liveAfter);
        if (known.add(token) && !lifetimeIsTrue) {
            liedAbout.add(token);
        }
    }

    private boolean livesAt(String token, Instant when) {
        return foxy.accessTokenExpiry(token).filter(when::isBefore).isPresent();
    }

    private void failure(String what, String got, boolean sure) {
        if (sure && someTokenLives()) {
            violated("readers fail although a token lives", what + "; it lives until " + live);
        }
        if (!got.matches("no:[a-z_]+ .*") || got.startsWith("no:internal")) {
            violated("an error of Foxden's own", what);
        }
    }

    /** Whether a process does not tell that the last refresh failed. */
    boolean isSilent(List<String> cells) {
        return failing && cells.get(0).equals("connected") && cells.size() == 1;
    }

    /** What a process's status says once all readers of the step have been answered. */
    void status(int process, List<String> cells, boolean sure) {
        String says = "process " + process + " says " + cells;
        String phase = cells.get(0);
        if (phase.equals("connected")) {
            connected(says, cells.size() == 1, sure);
        } else if (phase.equals("broken")) {
            broken(says, sure);
        } else {
            violated("a phase that cannot be", says);
        }
    }

    private void connected(String says, boolean silent, boolean sure) {
        if (sure && refusedLast && !liveAfter.isAfter(begun)) {
            violated("connected although refused and expired", says);
        }
        if (failing && silent) {
            violated("the last refresh failed, and status is silent", says);
        }
    }

    private void broken(String says, boolean sure) {
        if (sure && someTokenLives()) {
            violated("broken although a token lives", says + "; it lives until " + live);
        }
        if (sure && !refused) {
            violated("broken although Foxy refused nothing", says);
        }
    }

    /**
     * Looks at the calls that came to Foxy. Those from before time passed, by a beat, belong to the step before.
     *
     * @param free whether any number may have come: a person asked, a process is in an unknown state, or clocks differ
     * @param doubtful whether clocks lie or did lately, so that one more refresh, and an early one, is right
     */
    void calls(boolean free, boolean doubtful) {
        List<Exchange> calls = newCalls();
        callsInStep = calls.size();
        if (!calls.isEmpty()) {
            remember("calls: " + calls.stream().map(Oracle::shown).toList());
        }
        List<Exchange> late =
                calls.stream().filter(call -> call.at().isBefore(begun)).toList();
        group.addAll(late);
        if (!late.isEmpty()) {
            counted(free || freeBefore, doubtful);
        }
        freeBefore = free;
        group.clear();
        group.addAll(calls.subList(late.size(), calls.size()));
        counted(free, doubtful);
        for (Exchange call : calls) {
            if (!free && !doubtful && call.at().isBefore(notDueBefore)) {
                violated("a refresh that was not due", shown(call) + ", not before " + notDueBefore);
            }
            settle(call, doubtful);
        }
    }

    private void counted(boolean free, boolean doubtful) {
        boolean anotherWay = group.stream().anyMatch(call -> call.status() == 401);
        int most = 1 + (anotherWay ? 1 : 0) + (doubtful ? 1 : 0);
        if (!free && group.size() > most) {
            violated(
                    "several token calls for one due refresh",
                    group.stream().map(Oracle::shown).toList().toString());
        }
    }

    /** One may be on its way still, by a beat: a reader with a good token does not wait for it. */
    private List<Exchange> newCalls() {
        await().until(() -> foxy.exchanges(Target.TOKEN).stream().noneMatch(call -> call.ending() == Ending.OPEN));
        List<Exchange> all = foxy.exchanges(Target.TOKEN);
        List<Exchange> calls = all.subList(callsSeen, all.size()).stream()
                .filter(call -> "refresh_token".equals(call.grantType()))
                .toList();
        callsSeen = all.size();
        return calls;
    }

    private void settle(Exchange call, boolean doubtful) {
        if (granted.contains(call.number())) {
            lifetimeIsTrue = !lifetimesLie;
            notDueBefore = doubtful || lifetimesLie ? Instant.MIN : call.at().plus(NOT_DUE);
            failing = false;
            refusedLast = false;
            refused = false;
        } else {
            failing = true;
            refusedLast = call.status() == 400 || call.status() == 401;
            refused |= refusedLast;
        }
    }

    private static String shown(Exchange call) {
        return call.at() + " " + call.status() + " " + call.ending();
    }

    /** How many token calls the last step saw. */
    int callsInStep() {
        return callsInStep;
    }

    /** Whether Foxy told of the newest token how long it lives. */
    boolean lifetimeIsTrue() {
        return lifetimeIsTrue;
    }

    /** Whether none has come since. */
    boolean quiet() {
        return foxy.exchanges(Target.TOKEN).size() == callsSeen;
    }

    /** A new consent was given: what was refused before counts no more. */
    void consented() {
        notDueBefore = Instant.MIN;
        failing = false;
        refusedLast = false;
        refused = false;
    }

    void violated(String kind, String what) {
        violations.add(new Violation(kind, what, List.copyOf(lately)));
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
