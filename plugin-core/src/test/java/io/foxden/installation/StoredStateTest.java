package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.store.Change;
import io.foxden.store.Entry;
import io.foxden.store.Fields;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.vault.Label;
import io.foxden.world.InWorld;
import io.foxden.world.Problems;
import io.foxden.world.Records;
import io.foxden.world.World;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Records of other versions and other hands: read where they can be, told where they cannot, never misread. */
class StoredStateTest extends InWorld {
    @Test
    void a_state_that_this_version_does_not_know_is_told() {
        Installation foxden = world.connected();
        change(world.connectionRecord(), content -> content.with("state", "hibernating"));

        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
        assertThat(Objects.requireNonNull(foxden.status().problem())).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.RECORD_UNREADABLE);
            assertThat(problem.detail()).contains("hibernating");
        });
        Problems.of(Code.RECORD_UNREADABLE, () -> world.open().accessToken());
        assertThat(foxden.doctor().healthy()).isFalse();
    }

    @Test
    void every_field_that_is_missing_or_of_another_kind_is_told_and_no_defect() {
        Installation foxden = world.connected();
        for (String record : List.of("client", world.connectionRecord())) {
            Fields before = content(record);
            for (String key : before.keys()) {
                change(record, content -> content.without(key));
                told(foxden);
                change(record, content -> before.with(key, 7));
                told(foxden);
                change(record, content -> before);
            }
        }
        assertThat(foxden.refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_connection_of_an_earlier_version_is_taken_over_and_sealed_anew() {
        Installation foxden = world.connected();
        String token = foxden.accessToken().reveal();
        asAnEarlierVersionKeptIt();
        foxden.close();

        Installation looked = world.open();

        assertThat(looked.accessToken().reveal()).isEqualTo(token);
        assertThat(world.record("connection")).isEmpty();
        assertThat(looked.refresh().phase()).isEqualTo(Phase.CONNECTED);
    }

    @Test
    void a_refusal_that_an_earlier_version_set_down_is_asked_about_again() {
        Installation foxden = world.connected();
        asAnEarlierVersionKeptIt();
        change(
                "connection",
                content -> content.with("state", "broken")
                        .with(
                                "problem",
                                Fields.none()
                                        .with("code", "needs_reconnect")
                                        .with("detail", "Foxy said no.")
                                        .with("remedy", "Connect again.")));
        foxden.close();

        Installation opened = world.open();
        assertThat(Objects.requireNonNull(opened.status().problem()).detail()).isEqualTo("Foxy said no.");
        world.clock().advance(Duration.ofHours(2));
        assertThat(opened.accessToken()).isNotNull();
        assertThat(opened.status().problem()).isNull();
    }

    @Test
    void a_sealed_id_that_is_moved_within_its_record_does_not_open() {
        Installation foxden = world.installed();
        foxden.reset();
        World.install(foxden);
        change("client", content -> {
            Fields client = content.fields("client").orElseThrow();
            Fields abandoned = content.list("abandoned").get(0);
            return content.with("client", client.with("client_id", abandoned.required("sealed_id")))
                    .withList("abandoned", List.of(abandoned.with("sealed_id", client.required("client_id"))));
        });

        assertThat(foxden.status().phase()).isEqualTo(Phase.BROKEN);
        Problems.of(Code.RECORD_UNREADABLE, () -> world.connect(world.open()));
        assertThat(foxden.doctor().checks())
                .filteredOn(check -> check.name().equals("abandoned"))
                .extracting(check -> check.code())
                .contains(Code.RECORD_UNREADABLE);
    }

    @Test
    void tokens_that_are_exchanged_for_one_another_do_not_open() {
        world.connected();
        change(
                world.connectionRecord(),
                content -> content.with("access_token", content.required("refresh_token"))
                        .with("refresh_token", content.required("access_token")));

        Problems.of(Code.RECORD_UNREADABLE, () -> world.open().accessToken());
    }

    @Test
    void a_reset_works_whatever_is_damaged_and_says_what_it_could_not_read() throws Exception {
        for (String record : List.of("client", "site", "connection")) {
            world.connectAnew(world.open());
            String name = record.equals("connection") ? world.connectionRecord() : record;
            for (String ending : List.of(".json", ".json.prev")) {
                Files.writeString(world.home().resolve("records/" + name + ending), "{\"format\":");
            }

            Forgotten forgotten = world.open().reset();

            assertThat(forgotten.status().phase()).isEqualTo(Phase.NEW);
            assertThat(forgotten.unread())
                    .anySatisfy(problem -> assertThat(problem.detail()).contains(name));
        }
        world.sandbox().order(Fault.on(Target.STORE).html(502));
        assertThat(world.connectAnew(world.open()).word()).isEqualTo("connected");
    }

    private static void told(Installation foxden) {
        assertThat(foxden.status()).isNotNull();
        try {
            foxden.doctor();
            foxden.refresh();
        } catch (FoxdenException e) {
            assertThat(e.problem().detail()).isNotEmpty();
        }
    }

    private void asAnEarlierVersionKeptIt() {
        try (Records records = Records.of(world)) {
            String record = world.connectionRecord();
            Fields content = content(record);
            for (String field : List.of("access_token", "refresh_token")) {
                var now = new Label(record, field);
                var before = new Label("connection", field);
                content = content.with(
                        field, records.vault().seal(before, records.vault().open(now, content.required(field))));
            }
            Fields earlier = content;
            records.store().change("connection", there -> Change.to(earlier));
            records.store().change(record, there -> Change.erased());
        }
    }

    private Fields content(String record) {
        try (Records records = Records.of(world)) {
            return records.store().read(record).map(Entry::content).orElseThrow();
        }
    }

    private void change(String record, UnaryOperator<Fields> change) {
        try (Records records = Records.of(world)) {
            records.store()
                    .change(
                            record,
                            before ->
                                    Change.to(change.apply(before.orElseThrow().content())));
        }
    }
}
