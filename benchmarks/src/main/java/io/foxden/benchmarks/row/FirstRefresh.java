package io.foxden.benchmarks.row;

import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyAddress;
import io.foxden.benchmarks.world.MovableClock;
import io.foxden.installation.Installation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that has been up for three seconds when its token expires. Arguments: home, API, authorization endpoint, how
 * many such processes there were before, each of which left the home three hours later. Prints the milliseconds that a
 * reader waits.
 */
final class FirstRefresh {
    private static final Duration UP = Duration.ofSeconds(3);
    private static final Duration LIFETIME = Duration.ofHours(3);

    private FirstRefresh() {}

    public static void main(String[] arguments) throws Exception {
        FoxyAddress foxy = new FoxyAddress(URI.create(arguments[1]), URI.create(arguments[2]));
        MovableClock clock = new MovableClock();
        clock.forward(LIFETIME.multipliedBy(Long.parseLong(arguments[3])));
        try (Installation foxden = ConnectedPlugin.opened(foxy, Path.of(arguments[0]), clock.machinery())) {
            foxden.start();
            foxden.accessToken();
            Thread.sleep(UP.toMillis());
            clock.forward(LIFETIME);
            long asked = System.nanoTime();
            foxden.accessToken();
            System.out.println((System.nanoTime() - asked) / 1e6);
        }
        System.exit(0);
    }
}
