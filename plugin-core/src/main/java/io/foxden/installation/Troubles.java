package io.foxden.installation;

import io.foxden.config.Settings;
import io.foxden.problem.Code;
import io.foxden.problem.Problem;
import io.foxden.registration.Attempt;
import io.foxden.registration.Client;
import io.foxden.registration.Journal;
import io.foxden.store.AnswersInHand;
import io.foxden.token.ClientCheck;
import io.foxden.token.Connection;
import io.foxden.token.Failing;
import io.foxden.vault.Vault;
import io.foxden.words.Message;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with an installation, the worst first: what the status, the page and {@code /health} tell. */
final class Troubles {
    private final Settings settings;
    private final Vault vault;
    private final AnswersInHand inHand;
    private final Clock clock;
    private final Supplier<Optional<Problem>> upkeep;
    private final Supplier<List<Problem>> around;
    private final Function<@Nullable Client, Optional<Problem>> moved;

    /**
     * @param upkeep says what is wrong with the background thread
     * @param around says what is wrong around the installation
     * @param moved says that the site is no longer where a client was registered
     */
    Troubles(
            Settings settings,
            Vault vault,
            AnswersInHand inHand,
            Clock clock,
            Supplier<Optional<Problem>> upkeep,
            Supplier<List<Problem>> around,
            Function<@Nullable Client, Optional<Problem>> moved) {
        this.around = around;
        this.moved = moved;
        this.settings = settings;
        this.vault = vault;
        this.inHand = inHand;
        this.clock = clock;
        this.upkeep = upkeep;
    }

    /** @param damage what could not be read */
    List<Problem> all(
            @Nullable Journal journal,
            @Nullable Client client,
            @Nullable Connection connection,
            @Nullable Problem damage) {
        List<Problem> all = new ArrayList<>();
        badSettings().ifPresent(all::add);
        vault.problem().ifPresent(all::add);
        add(all, damage);
        all.addAll(own());
        add(all, refusal(client, connection));
        add(all, unanswered(journal));
        add(all, connection == null ? null : connection.trouble(clock.instant()));
        add(all, damage == null ? moved.apply(client).orElse(null) : null);
        all.addAll(around.get());
        return all;
    }

    /** What is wrong with this process, and stands in no record. */
    List<Problem> own() {
        List<Problem> own = new ArrayList<>();
        inHand.problem().map(Troubles::unwritten).ifPresent(own::add);
        upkeep.get().ifPresent(own::add);
        return own;
    }

    private static void add(List<Problem> all, @Nullable Problem problem) {
        if (problem != null) {
            all.add(problem);
        }
    }

    private Optional<Problem> badSettings() {
        List<Problem> problems = settings.problems();
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Code.BAD_SETTING,
                        Message.sentences(problems.stream().map(Problem::what).toList())));
    }

    /** What a connection remembers of it says more. */
    private static @Nullable Problem refusal(@Nullable Client client, @Nullable Connection connection) {
        Failing failing = connection == null ? null : connection.failing();
        boolean told = failing != null && failing.problem().code() == Code.CLIENT_UNKNOWN;
        return client == null || !client.refused() || told
                ? null
                : ClientCheck.refusal(client, failing == null ? null : failing.nextAttemptAt());
    }

    private static @Nullable Problem unanswered(@Nullable Journal journal) {
        Attempt attempt = journal == null ? null : journal.attempt();
        return attempt == null
                ? null
                : Problem.of(
                                Code.REGISTRATION_AMBIGUOUS,
                                Message.of("installation/unanswered").with("at", attempt.startedAt()))
                        .lasting(attempt.startedAt(), null);
    }

    private static Problem unwritten(Problem why) {
        return Problem.of(
                        Code.STORE_UNREACHABLE,
                        Message.of("installation/unwritten").with("why", why.what()))
                .withNext(Message.sentences(List.of(Message.of("installation/unwritten.next"), why.next())));
    }
}
