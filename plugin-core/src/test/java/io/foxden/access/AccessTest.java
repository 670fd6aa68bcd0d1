package io.foxden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.foxden.event.Event;
import io.foxden.event.Events;
import io.foxden.event.SignInBy;
import io.foxden.file.PrivateFolder;
import io.foxden.file.Steps;
import io.foxden.problem.Code;
import io.foxden.problem.OperatorException;
import io.foxden.secret.RandomText;
import io.foxden.secret.Secret;
import io.foxden.store.Change;
import io.foxden.store.Fields;
import io.foxden.store.FileStore;
import io.foxden.store.Store;
import io.foxden.testkit.SteppingClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Secret ADMIN = Secret.of("the-admin-token-of-this-test");

    @TempDir
    Path home;

    private final SteppingClock clock = SteppingClock.at(START);
    private final List<Event> told = new ArrayList<>();
    private final Events events = new Events(clock, List.of((at, event) -> told.add(event)));
    private Access access;

    @BeforeEach
    void open() {
        access = opened(Optional.of(ADMIN));
    }

    private Access opened(Optional<Secret> adminToken) {
        return opened(adminToken, Steps.NONE);
    }

    private Access opened(Optional<Secret> adminToken, Steps steps) {
        RandomText random = new RandomText(new SecureRandom());
        PrivateFolder folder = PrivateFolder.prepare(home, steps);
        return new Access(new FileStore(home, random, steps), folder, adminToken, random, clock, events);
    }

    private Store store() {
        return new FileStore(home, new RandomText(new SecureRandom()), Steps.NONE);
    }

    private Path file() {
        return home.resolve("setup-code");
    }

    private String code() throws IOException {
        return Files.readString(file()).strip();
    }

    private static void assertWrong(Access access, String code) {
        assertThatThrownBy(() -> access.claim(code))
                .asInstanceOf(type(OperatorException.class))
                .satisfies(e -> assertThat(e.code()).isEqualTo(Code.CODE_WRONG))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()))
                        .as("short ones may be parts of words")
                        .matches(message -> code.length() < 10 || !message.contains(code)));
    }

    // What is told

    @Test
    void each_session_that_is_opened_or_ended_is_told_with_what_opened_it_and_nothing_else() throws IOException {
        access.prepare();
        Session session = access.claim(code());
        access.claim(access.loginCode().code());
        access.claim(ADMIN.reveal());
        assertWrong(access, "00000-00000-00000-00000");
        access.end(session.token().reveal());
        access.end(session.token().reveal());

        assertThat(told)
                .containsExactly(
                        new Event.SignedIn(SignInBy.SETUP_CODE),
                        new Event.SignedIn(SignInBy.LOGIN_CODE),
                        new Event.SignedIn(SignInBy.ADMIN_TOKEN),
                        new Event.SignedOut());
    }

    // The setup code

    @Test
    void the_first_start_writes_a_setup_code_for_its_owner_only() throws IOException {
        assertThat(access.setupCodeFile()).isEmpty();

        access.prepare();

        assertThat(code()).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(access.setupCodeFile()).contains(file().toAbsolutePath());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void another_start_keeps_the_code() throws IOException {
        access.prepare();
        String code = code();

        access.prepare();
        opened(Optional.empty()).prepare();

        assertThat(code()).isEqualTo(code);
    }

    @Test
    void the_setup_code_opens_a_session_once_and_is_gone() throws IOException {
        access.prepare();
        String code = code();

        Session session = access.claim(code);

        assertThat(access.isOpen(session.token().reveal())).isTrue();
        assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofHours(12)));
        assertThat(file()).doesNotExist();
        assertThat(access.setupCodeFile()).isEmpty();
        assertWrong(access, code);
        assertWrong(opened(Optional.empty()), code);
    }

    @Test
    void a_used_setup_code_is_not_made_again() throws IOException {
        access.prepare();
        access.claim(code());

        access.prepare();
        opened(Optional.empty()).prepare();

        assertThat(file()).doesNotExist();
    }

    @Test
    void dashes_blanks_and_case_do_not_matter() throws IOException {
        access.prepare();
        String typed = "  " + code().toLowerCase(Locale.ROOT).replace("-", " \u2013\u00a0") + "\r\n";

        assertThat(access.claim(typed.replace('0', 'o').replace('1', 'l')).token())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "00000-00000-00000-00000", "0000000000000000000", "x", "ä", "\uD83E"})
    void another_code_opens_nothing_and_uses_nothing_up(String wrong) throws IOException {
        access.prepare();

        assertWrong(access, wrong);

        assertThat(access.claim(code()).token()).isNotNull();
    }

    @Test
    void an_endless_code_opens_nothing() {
        access.prepare();

        assertWrong(access, "0".repeat(1_000_000));
    }

    @Test
    void a_code_that_is_nearly_right_opens_nothing() throws IOException {
        access.prepare();
        String code = code();

        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != '-') {
                char other = code.charAt(i) == 'A' ? 'B' : 'A';
                assertWrong(access, code.substring(0, i) + other + code.substring(i + 1));
            }
        }
        assertWrong(access, code.substring(1));
        assertWrong(access, code + "A");
    }

    @Test
    void a_deleted_setup_code_opens_nothing_and_the_next_start_makes_another() throws IOException {
        access.prepare();
        String deleted = code();
        Files.delete(file());

        assertWrong(access, deleted);
        assertThat(access.setupCodeFile()).isEmpty();
        access.prepare();

        assertThat(code()).isNotEqualTo(deleted);
        assertWrong(access, deleted);
        assertThat(access.claim(code()).token()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "1234", "not a code of twenty characters"})
    void a_file_without_a_code_opens_nothing_and_the_next_start_writes_one(String content) throws IOException {
        Files.writeString(file(), content);

        assertThat(access.setupCodeFile()).isEmpty();
        assertWrong(access, content);
        access.prepare();

        assertThat(access.claim(code()).token()).isNotNull();
    }

    @Test
    void a_file_left_behind_by_a_crash_after_the_claim_opens_nothing_and_is_deleted_by_the_next_start()
            throws IOException {
        access.prepare();
        String code = code();
        Access crashing = opened(Optional.empty(), step -> {
            if (step.equals("records flushed")) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() -> crashing.claim(code)).isInstanceOf(Crash.class);
        assertThat(file()).exists();

        Access next = opened(Optional.empty());

        assertThat(next.setupCodeFile()).isEmpty();
        assertWrong(next, code);
        next.prepare();
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_crash_before_the_claim_is_on_the_disk_leaves_the_code_good() throws IOException {
        access.prepare();
        String code = code();
        Access crashing = opened(Optional.empty(), step -> {
            if (step.equals("access.json synced")) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() -> crashing.claim(code)).isInstanceOf(Crash.class);

        Access next = opened(Optional.empty());
        next.prepare();

        assertThat(next.claim(code).token()).isNotNull();
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void of_many_claims_at_once_with_the_setup_code_one_wins() throws Exception {
        for (int round = 0; round < 5; round++) {
            access.prepare();
            assertThat(winners(List.of(access, access, opened(Optional.empty()), opened(Optional.empty())), code()))
                    .hasSize(1);
            store().change(
                            "access",
                            now -> Change.to(now.orElseThrow().content().without("claimed_at")));
        }
    }

    @Test
    void of_many_claims_at_once_with_a_login_code_one_wins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String code = access.loginCode().code();
            assertThat(winners(List.of(access, access, opened(Optional.empty()), opened(Optional.empty())), code))
                    .hasSize(1);
        }
    }

    private static List<Session> winners(List<Access> claimants, String code) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(claimants.size());
        CyclicBarrier together = new CyclicBarrier(claimants.size());
        try {
            List<Callable<Optional<Session>>> claims = new ArrayList<>();
            for (Access claimant : claimants) {
                claims.add(() -> {
                    together.await();
                    return claimed(claimant, code);
                });
            }
            List<Session> winners = new ArrayList<>();
            for (Future<Optional<Session>> claim : threads.invokeAll(claims)) {
                claim.get().ifPresent(winners::add);
            }
            return winners;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<Session> claimed(Access access, String code) {
        try {
            return Optional.of(access.claim(code));
        } catch (OperatorException e) {
            assertThat(e.code()).isEqualTo(Code.CODE_WRONG);
            return Optional.empty();
        }
    }

    // Sessions

    @Test
    void a_session_is_open_after_a_restart_and_for_other_processes_until_its_12_hours_are_over() {
        String token = access.claim(ADMIN.reveal()).token().reveal();
        Access other = opened(Optional.of(ADMIN));

        for (int hour = 1; hour < 12; hour++) {
            clock.advance(Duration.ofHours(1));
            assertThat(access.isOpen(token)).isTrue();
        }
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(access.isOpen(token)).isTrue();
        assertThat(other.isOpen(token)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(access.isOpen(token)).isFalse();
        assertThat(other.isOpen(token)).isFalse();
    }

    @Test
    void an_ended_session_is_closed_everywhere_at_once_and_others_stay() {
        Access other = opened(Optional.of(ADMIN));
        String ended = access.claim(ADMIN.reveal()).token().reveal();
        String kept = access.claim(ADMIN.reveal()).token().reveal();
        assertThat(other.isOpen(ended)).isTrue();

        access.end(ended);
        access.end(ended);

        assertThat(access.isOpen(ended)).isFalse();
        assertThat(other.isOpen(ended)).isFalse();
        assertThat(other.isOpen(kept)).isTrue();
    }

    @Test
    void a_session_that_nobody_uses_for_2_hours_ends_and_one_in_use_does_not() {
        String used = access.claim(ADMIN.reveal()).token().reveal();
        String idle = access.claim(ADMIN.reveal()).token().reveal();

        clock.advance(Duration.ofMinutes(90));
        assertThat(access.isOpen(used)).isTrue();
        clock.advance(Duration.ofMinutes(30));

        assertThat(access.isOpen(idle)).isFalse();
        assertThat(opened(Optional.of(ADMIN)).isOpen(used))
                .as("in another process")
                .isTrue();
    }

    @Test
    void that_a_session_is_used_is_written_once_a_minute_at_most() {
        String session = access.claim(ADMIN.reveal()).token().reveal();
        long revision = store().revision("access");
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofSeconds(6));
            access.isOpen(session);
        }

        assertThat(store().revision("access")).isEqualTo(revision);
        clock.advance(Duration.ofSeconds(6));
        access.isOpen(session);
        assertThat(store().revision("access")).isNotEqualTo(revision);
    }

    @Test
    void a_session_ends_with_the_admin_token_that_opened_it_and_others_do_not() {
        String byToken = access.claim(ADMIN.reveal()).token().reveal();
        String byCode = access.claim(access.loginCode().code()).token().reveal();
        Access changed = opened(Optional.of(Secret.of("another-token-of-this-test")));

        assertThat(changed.isOpen(byToken)).isFalse();
        assertThat(opened(Optional.empty()).isOpen(byToken)).isFalse();
        assertThat(changed.isOpen(byCode)).isTrue();
        changed.end(byCode);
        access.end(byToken);
        assertThat(access.isOpen(byToken)).isFalse();
        assertThat(record().list("sessions")).isEmpty();
    }

    @Test
    void all_sessions_and_login_codes_are_ended_at_once_and_the_setup_code_stays() throws IOException {
        access.prepare();
        String session = access.claim(ADMIN.reveal()).token().reveal();
        String kept = access.claim(access.loginCode().code()).token().reveal();
        String code = access.loginCode().code();

        opened(Optional.empty()).endAllBut(kept);
        assertThat(access.isOpen(session)).isFalse();
        assertThat(access.isOpen(kept)).isTrue();
        assertWrong(access, code);

        opened(Optional.empty()).endAll();
        assertThat(access.isOpen(kept)).isFalse();
        assertThat(told).endsWith(new Event.AllSignedOut(), new Event.AllSignedOut());
        assertThat(access.claim(code()).token()).isNotNull();
    }

    @Test
    void a_wrong_code_writes_nothing_and_waits_for_nobody() {
        access.prepare();
        Access holding = opened(Optional.of(ADMIN), step -> {
            throw new AssertionError("It wrote: " + step);
        });

        assertWrong(holding, "00000-00000-00000-00000");
    }

    @Test
    void ending_what_is_not_open_writes_nothing() {
        access.claim(ADMIN.reveal());
        long revision = store().revision("access");

        access.end("nobody's");

        assertThat(store().revision("access")).isEqualTo(revision);
    }

    @Test
    void what_is_not_a_token_is_not_open() {
        String token = access.claim(ADMIN.reveal()).token().reveal();

        for (String candidate : List.of("", token + "x", token.substring(1), "x".repeat(1_000_000), ADMIN.reveal())) {
            assertThat(access.isOpen(candidate)).isFalse();
        }
    }

    @Test
    void at_most_50_sessions_are_open_and_the_oldest_goes() {
        List<String> tokens = Stream.generate(
                        () -> access.claim(ADMIN.reveal()).token().reveal())
                .limit(51)
                .toList();

        assertThat(access.isOpen(tokens.get(0))).isFalse();
        assertThat(tokens.subList(1, 51)).allMatch(access::isOpen);
        assertThat(record().list("sessions")).hasSize(50);
    }

    @Test
    void what_is_over_is_cleared_away_with_the_next_write() {
        access.claim(ADMIN.reveal());
        access.loginCode();
        clock.advance(Duration.ofHours(12));

        access.claim(ADMIN.reveal());

        assertThat(record().list("sessions")).hasSize(1);
        assertThat(record().list("login_codes")).isEmpty();
    }

    private Fields record() {
        return store().read("access").orElseThrow().content();
    }

    // Login codes

    @Test
    void a_login_code_opens_one_session_in_another_process() {
        LoginCode code = opened(Optional.empty()).loginCode();

        Session session = access.claim(code.code());

        assertThat(code.expiresAt()).isEqualTo(START.plus(Duration.ofMinutes(10)));
        assertThat(access.isOpen(session.token().reveal())).isTrue();
        assertWrong(access, code.code());
    }

    @Test
    void a_login_code_opens_nothing_after_its_10_minutes() {
        LoginCode code = access.loginCode();
        LoginCode inTime = access.loginCode();
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(access.claim(inTime.code()).token()).isNotNull();

        clock.advance(Duration.ofSeconds(1));

        assertWrong(access, code.code());
    }

    @Test
    void at_most_20_login_codes_are_good_and_the_oldest_goes() {
        List<LoginCode> codes = Stream.generate(access::loginCode).limit(21).toList();

        assertWrong(access, codes.get(0).code());
        assertThat(access.claim(codes.get(1).code()).token()).isNotNull();
        assertThat(access.claim(codes.get(20).code()).token()).isNotNull();
    }

    @Test
    void a_login_code_leaves_the_setup_code_good() throws IOException {
        access.prepare();

        access.claim(access.loginCode().code());

        assertThat(access.claim(code()).token()).isNotNull();
    }

    // The admin token

    @Test
    void the_admin_token_is_known_and_opens_sessions() {
        assertThat(access.isAdminToken(ADMIN.reveal())).isTrue();
        assertThat(access.isAdminToken(ADMIN.reveal() + "x")).isFalse();
        assertThat(access.isAdminToken("")).isFalse();

        assertThat(access.claim(" " + ADMIN.reveal() + "\n").token()).isNotNull();
        assertThat(access.claim(ADMIN.reveal()).token()).isNotNull();
    }

    @Test
    void without_an_admin_token_nothing_is_one() {
        Access without = opened(Optional.empty());

        assertThat(without.isAdminToken("")).isFalse();
        assertThat(without.isAdminToken(ADMIN.reveal())).isFalse();
        assertWrong(without, ADMIN.reveal());
    }

    // What is kept

    @Test
    void no_code_or_token_is_in_any_file_or_toString() throws IOException {
        access.prepare();
        String setupCode = code();
        LoginCode loginCode = access.loginCode();
        Session session = access.claim(setupCode);
        List<String> secrets = List.of(
                setupCode,
                setupCode.replace("-", ""),
                loginCode.code(),
                loginCode.code().replace("-", ""),
                session.token().reveal(),
                ADMIN.reveal());

        StringBuilder seen = new StringBuilder(loginCode.toString() + session + record());
        try (Stream<Path> files = Files.walk(home).filter(Files::isRegularFile)) {
            for (Path each : files.toList()) {
                seen.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }

        assertThat(seen).contains("sha256").doesNotContain(secrets.toArray(new String[0]));
    }

    @Test
    void what_a_later_version_adds_to_the_record_stays() {
        access.loginCode();
        store().change("access", now -> Change.to(now.orElseThrow().content().with("later", "kept")));

        access.loginCode();

        assertThat(record().text("later")).contains("kept");
        assertThat(record().list("login_codes")).hasSize(2);
    }

    // Clocks that are set

    @ParameterizedTest
    @ValueSource(longs = {-48, -13, 13, 48})
    void a_session_does_not_outlive_a_clock_that_is_set(long hours) {
        String session = access.claim(ADMIN.reveal()).token().reveal();
        assertThat(access.isOpen(session)).isTrue();

        clock.advance(Duration.ofHours(hours));
        assertThat(access.isOpen(session)).isFalse();
        access.tidy();
        clock.advance(Duration.ofHours(-hours));

        assertThat(access.isOpen(session)).isFalse();
        assertThat(access.isOpen(access.claim(ADMIN.reveal()).token().reveal())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-48, -1, 1, 48})
    void a_login_code_does_not_outlive_a_clock_that_is_set(long hours) {
        String code = access.loginCode().code();

        clock.advance(Duration.ofHours(hours));

        assertWrong(access, code);
        access.tidy();
        clock.advance(Duration.ofHours(-hours));
        assertWrong(access, code);
    }

    @Test
    void a_session_given_under_a_clock_that_was_ahead_ends_when_the_clock_is_mended() {
        clock.advance(Duration.ofHours(10));
        String session = access.claim(ADMIN.reveal()).token().reveal();

        clock.advance(Duration.ofHours(-10));

        assertThat(access.isOpen(session)).isFalse();
    }

    @Test
    void a_clock_that_is_corrected_by_minutes_ends_nothing() {
        String session = access.claim(ADMIN.reveal()).token().reveal();
        String code = access.loginCode().code();

        clock.advance(Duration.ofMinutes(-4));

        assertThat(access.isOpen(session)).isTrue();
        assertThat(access.claim(code).token()).isNotNull();
    }

    @Test
    void tidying_where_all_is_well_writes_nothing() {
        access.claim(ADMIN.reveal());
        long revision = store().revision("access");

        access.tidy();

        assertThat(store().revision("access")).isEqualTo(revision);
    }

    // Damage

    @ParameterizedTest
    @ValueSource(strings = {"", "torn"})
    void damage_brings_back_no_spent_code_and_no_session_that_was_ended(String damage) throws IOException {
        access.prepare();
        String setup = code();
        String session = access.claim(setup).token().reveal();
        assertFallenBack(damage, () -> {
            Files.writeString(file(), setup);
            assertWrong(opened(Optional.empty()), setup);
            assertThat(opened(Optional.empty()).isOpen(session)).isTrue();
        });

        String login = access.loginCode().code();
        access.claim(login);
        assertFallenBack(damage, () -> assertWrong(opened(Optional.empty()), login));

        access.end(session);
        assertFallenBack(
                damage,
                () -> assertThat(opened(Optional.empty()).isOpen(session)).isFalse());
    }

    private void assertFallenBack(String damage, ThrowingCallable check) throws IOException {
        Path record = home.resolve("records/access.json");
        String whole = Files.readString(record);
        Files.writeString(record, damage);
        assertThat(store().read("access").orElseThrow().recovered()).isTrue();
        assertThatCode(check).doesNotThrowAnyException();
        Files.writeString(record, whole);
    }
}
