package io.foxden.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.world.Crowd;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest extends InWorld {
    @Test
    void a_ticket_starts_the_consent_in_the_browser_that_brings_it() {
        Installation foxden = world.installed();
        Ticket ticket = foxden.authorization().ticket(new Intent("user_full_access", "/admin", false));
        assertThat(ticket.startUrl().toString()).startsWith(World.SITE + "/foxden/connect/start?ticket=");
        assertThat(ticket.expiresAt()).isEqualTo(world.clock().instant().plus(Duration.ofMinutes(10)));

        Departure departure = foxden.authorization().redeem(value(ticket));

        assertThat(World.query(departure.location())).containsEntry("scope", "user_full_access");
        Arrival arrival = foxden.authorization().callback(world.visit(departure), World.cookies(departure));
        assertThat(arrival.outcome()).isEqualTo(Outcome.CONNECTED);
        assertThat(arrival.returnTo()).isEqualTo("/admin");
    }

    @Test
    void a_ticket_of_another_process_is_as_good_and_survives_a_restart() {
        String value = value(world.installed().authorization().ticket(Intent.plain()));

        assertThat(world.open().authorization().redeem(value)).isNotNull();
    }

    @Test
    void a_ticket_opens_once() {
        Authorization authorization = world.installed().authorization();
        String value = value(authorization.ticket(Intent.plain()));
        authorization.redeem(value);

        Problems.of(Code.TICKET_INVALID, () -> authorization.redeem(value));
    }

    @Test
    void of_several_who_bring_one_ticket_at_once_one_is_let_in() {
        Installation foxden = world.installed();
        Installation other = world.open();
        String value = value(foxden.authorization().ticket(Intent.plain()));
        Callable<Boolean> here = () -> redeems(foxden, value);
        Callable<Boolean> there = () -> redeems(other, value);

        assertThat(Crowd.atOnce(List.of(here, there, here, there)))
                .filteredOn(let -> let)
                .hasSize(1);
    }

    @Test
    void a_ticket_is_good_for_ten_minutes() {
        Authorization authorization = world.installed().authorization();
        String early = value(authorization.ticket(Intent.plain()));
        String late = value(authorization.ticket(Intent.plain()));
        world.clock().advance(Duration.ofMinutes(10).minusMillis(1));
        authorization.redeem(early);
        world.clock().advance(Duration.ofMillis(1));

        Problems.of(Code.TICKET_INVALID, () -> authorization.redeem(late));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "../../client", "ticket-", "\u0000", "ünïcödé", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_was_never_given_out_opens_nothing(String value) {
        Authorization authorization = world.installed().authorization();
        authorization.ticket(Intent.plain());

        Problems.of(Code.TICKET_INVALID, () -> authorization.redeem(value));
    }

    @Test
    void a_ticket_is_on_disk_as_a_fingerprint_only() {
        Installation foxden = world.installed();
        String value = value(foxden.authorization().ticket(Intent.plain()));

        assertThat(world.allText()).doesNotContain(value);
    }

    @Test
    void a_ticket_of_a_client_that_was_reset_meanwhile_starts_nothing() {
        Installation foxden = world.installed();
        String value = value(foxden.authorization().ticket(Intent.plain()));
        foxden.reset();

        Problems.of(Code.NOT_INSTALLED, () -> foxden.authorization().redeem(value));
    }

    private static boolean redeems(Installation foxden, String value) {
        try {
            foxden.authorization().redeem(value);
            return true;
        } catch (FoxdenException e) {
            assertThat(e.code()).isEqualTo(Code.TICKET_INVALID);
            return false;
        }
    }

    private static String value(Ticket ticket) {
        return Objects.requireNonNull(World.query(ticket.startUrl()).get("ticket"));
    }
}
