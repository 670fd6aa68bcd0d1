package io.foxden.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.installation.Installation;
import io.foxden.installation.Installed;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import io.foxden.world.Crowd;
import io.foxden.world.InWorld;
import io.foxden.world.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstallTogetherTest extends InWorld {
    @Test
    void installs_of_several_threads_make_one_client() {
        Installation foxden = world.open();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).delayBefore(Duration.ofMillis(100)));
        Callable<Installed> install = () -> World.install(foxden);

        List<Installed> results = Crowd.atOnce(List.of(install, install, install, install));

        assertThat(results).filteredOn(Installed::registered).hasSize(1);
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void installs_of_several_processes_on_one_home_make_one_client() {
        List<Installation> processes = Stream.generate(world::open).limit(3).toList();
        world.sandbox().order(Fault.on(Target.CREATE_CLIENT).delayBefore(Duration.ofMillis(100)));

        List<Installed> results = Crowd.atOnce(processes.stream()
                .<Callable<Installed>>map(foxden -> () -> World.install(foxden))
                .toList());

        assertThat(results).filteredOn(Installed::registered).hasSize(1);
        assertThat(results)
                .extracting(installed -> installed.status().client())
                .containsOnly(processes.get(0).status().client());
        assertThat(world.sandbox().postsToClients()).isEqualTo(1);
    }

    @Test
    void first_openings_at_once_make_one_installation() {
        List<Installation> processes = Crowd.atOnce(Stream.<Callable<Installation>>generate(() -> world::open)
                .limit(4)
                .toList());

        World.install(processes.get(0));

        assertThat(processes)
                .allSatisfy(foxden ->
                        assertThat(foxden.status()).isEqualTo(processes.get(0).status()));
        assertThat(processes)
                .allSatisfy(foxden -> assertThat(foxden.status().problem()).isNull());
    }
}
