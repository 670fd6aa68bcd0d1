package io.foxden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.Phase;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.fault.Wrapping;
import io.foxden.testkit.journal.Target;
import io.foxden.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy that wraps everything oddly stops nothing: no registration is lost, nothing is asked for twice. */
class WrappedAnswersTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Wrapping.class)
    void the_whole_way_goes_through_every_wrapping(Wrapping wrapping) {
        try (World world = World.in(folder)) {
            for (Target target : Target.values()) {
                if (target != Target.AUTHORIZE) {
                    world.sandbox().order(Fault.on(target).always().wrapped(wrapping));
                }
            }
            Installation foxden = world.connected();
            foxden.refresh();
            assertThat(foxden.status().phase()).isEqualTo(Phase.CONNECTED);
            assertThat(foxden.api().follow("fx:store").text("store_name")).isPresent();
            assertThat(world.sandbox().postsToClients()).isEqualTo(1);
            assertThat(world.sandbox().exchanges(Target.TOKEN)).hasSize(2);
            assertThat(world.sandbox().violations()).isEmpty();
        }
    }
}
