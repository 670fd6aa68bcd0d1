package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.api.Resource;
import io.foxden.authorization.Outcome;
import io.foxden.testkit.journal.Target;
import io.foxden.world.InWorld;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The name by which the status calls the store. */
class StoreNameTest extends InWorld {
    @Test
    void a_store_that_gets_another_name_is_called_by_it_a_day_later() {
        Installation foxden = world.connected();
        rename(foxden, "Renamed");

        world.clock().advance(Duration.ofHours(23));
        foxden.refresh();
        assertThat(name(foxden)).isEqualTo("Example Store");
        world.clock().advance(Duration.ofHours(2));
        foxden.refresh();

        assertThat(name(foxden)).isEqualTo("Renamed");
    }

    @Test
    void a_new_consent_for_the_same_store_has_its_name_without_asking() {
        Installation foxden = world.connected();
        int asked = world.sandbox().exchanges(Target.STORE).size();

        assertThat(world.connectAnew(foxden)).isEqualTo(Outcome.CONNECTED);

        assertThat(name(foxden)).isEqualTo("Example Store");
        assertThat(world.sandbox().exchanges(Target.STORE)).hasSize(asked);
    }

    private static void rename(Installation foxden, String name) {
        Resource store = foxden.api().follow("fx:store");
        foxden.api().patch(store.uri().getPath(), Map.of("store_name", name));
    }

    private static String name(Installation foxden) {
        return String.valueOf(
                Objects.requireNonNull(foxden.status().connection()).storeName());
    }
}
