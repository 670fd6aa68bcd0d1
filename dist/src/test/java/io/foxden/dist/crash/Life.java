package io.foxden.dist.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.Status;
import io.foxden.file.Steps;
import io.foxden.installation.Installation;
import io.foxden.secret.RandomText;
import io.foxden.store.Entry;
import io.foxden.store.FileStore;
import io.foxden.testkit.Sandbox;
import io.foxden.testkit.account.Client;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Rule;
import io.foxden.testkit.journal.Target;
import io.foxden.testkit.journal.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** One installation on a home of its own, whose JVM is killed, and what must hold afterwards. */
final class Life {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A registration whose answer was lost with the process asks again, first with the same id. */
    private static final List<Rule> OF_LOST_ANSWERS = List.of(Rule.CLIENT_ID_TAKEN, Rule.REDIRECT_URI_SHARED);

    private final Sandbox sandbox;
    private final ErrandJvm jvm;
    private final Errand errand;
    private final Path output;

    Life(Path folder, String name, Sandbox sandbox, ErrandJvm jvm) {
        this.sandbox = sandbox;
        this.jvm = jvm;
        this.errand = Errand.of(folder.resolve(name), name, sandbox);
        this.output = folder.resolve(name + ".out");
    }

    /** Starts the errand in a JVM of its own. */
    Process begin(int haltAtStep) {
        try {
            return jvm.start(errand, haltAtStep, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the errand in a JVM of its own to its end, which may be a halt. */
    int runToItsEnd(int haltAtStep) {
        Process process = begin(haltAtStep);
        try {
            assertThat(process.onExit()).as("the end of %s", errand.site()).succeedsWithin(PATIENCE);
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs the errand in a JVM of its own for so long, and kills it. */
    void killedAfter(long millis) {
        Process process = begin(0);
        try {
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What the JVM of its own wrote. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next install and connect succeed by themselves, with one client that Foxy knows, and every record reads. */
    void heals() {
        int before = sandbox.exchanges().size();
        errand.run(Steps.NONE);
        Status status;
        try (Installation foxden = Installation.open(errand.settings())) {
            status = foxden.status();
            assertThat(status.phase()).isEqualTo(Phase.CONNECTED);
            assertThat(status.problem()).isNull();
            assertThat(foxden.accessToken()).isNotNull();
            assertThat(foxden.doctor().healthy()).as("%s", foxden.doctor()).isTrue();
        }
        String inUse =
                Objects.requireNonNull(Objects.requireNonNull(status.client()).clientId());
        List<String> everRegistered = idsOfThisSite();
        assertThat(everRegistered).contains(inUse);
        assertThat(sandbox.exchanges().stream()
                        .skip(before)
                        .filter(exchange -> exchange.target() == Target.TOKEN)
                        .map(Exchange::clientId)
                        .filter(everRegistered::contains))
                .isNotEmpty()
                .containsOnly(inUse);
        everyRecordReads();
        rulesWereKept();
    }

    private List<String> idsOfThisSite() {
        return sandbox.clients().stream()
                .filter(client -> client.redirectUri().startsWith(errand.site() + "/"))
                .map(Client::id)
                .toList();
    }

    private void everyRecordReads() {
        try (FileStore store = new FileStore(errand.home(), new RandomText(new SecureRandom()), Steps.NONE)) {
            assertThat(store.names("")).contains("client", "installation", "site");
            for (String name : store.names("")) {
                assertThat(store.read(name)).as(name).isPresent();
                assertThat(store.read(name).map(Entry::recovered)).as(name).contains(false);
            }
        }
    }

    private void rulesWereKept() {
        assertThat(sandbox.violations().stream().map(Violation::rule)).allMatch(OF_LOST_ANSWERS::contains);
    }
}
