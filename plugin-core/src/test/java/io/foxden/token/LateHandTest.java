package io.foxden.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.installation.Installation;
import io.foxden.problem.FoxdenException;
import io.foxden.secret.Secret;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Exchange;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody whose lease went away while Foxy was asked: what it brings does not count against what is newer. */
class LateHandTest extends InWorld {
    private static final Fault.Order REFRESH = Fault.on(Target.TOKEN).grant("refresh_token");

    @Test
    void a_refusal_of_the_old_refresh_token_says_nothing_of_the_new_one() {
        world.sandbox().behave(b -> b.withRotateRefreshTokens(true));
        Installation late = world.connected();
        Installation quick = world.open();
        onFirstRefresh(() -> {
            takeLeaseAway();
            quick.refresh(); // which ends the refresh token that the late one is asking with
        });

        Secret token = refreshed(late, quick);

        assertThat(token).isEqualTo(quick.accessToken());
        assertThat(late.status().phase()).isEqualTo(Phase.CONNECTED);
        assertThat(late.status().problem()).isNull();
        assertThat(world.open().refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_refusal_that_comes_without_the_lease_is_not_set_down() {
        Installation late = world.connected();
        world.sandbox().order(REFRESH.oauthError(400, "invalid_grant"));
        onFirstRefresh(this::takeLeaseAway);

        refreshed(late, late);

        assertThat(late.status().problem()).isNull();
    }

    /** A person's wish may end in words; what counts is the token afterwards. */
    private static Secret refreshed(Installation late, Installation reader) {
        try {
            late.refresh();
        } catch (FoxdenException e) {
            assertThat(e.problem().detail()).isNotEmpty();
        }
        return reader.accessToken();
    }

    private void onFirstRefresh(Runnable action) {
        AtomicBoolean first = new AtomicBoolean(true);
        world.sandbox().onRequest((Exchange exchange) -> {
            if ("refresh_token".equals(exchange.grantType()) && first.compareAndSet(true, false)) {
                action.run();
            }
        });
    }

    /** As somebody does who clears away what looks like litter. */
    private void takeLeaseAway() {
        try (Stream<Path> files = Files.list(world.home().resolve("locks"))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("lease-refresh"))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
