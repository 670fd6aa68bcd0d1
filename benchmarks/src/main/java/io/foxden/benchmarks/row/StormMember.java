package io.foxden.benchmarks.row;

import io.foxden.benchmarks.world.ConnectedPlugin;
import io.foxden.benchmarks.world.FoxyAddress;
import io.foxden.benchmarks.world.MovableClock;
import io.foxden.installation.Installation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One process of a storm. Arguments: home, API, authorization endpoint, number of readers. For each line with a moment
 * (milliseconds since 1970) it puts its clock forward until the token has expired, lets all readers ask at that moment,
 * and prints how many milliseconds the last one waited.
 */
final class StormMember {
    private static final Duration LIFETIME = Duration.ofHours(3);

    private StormMember() {}

    public static void main(String[] arguments) throws Exception {
        MovableClock clock = new MovableClock();
        FoxyAddress foxy = new FoxyAddress(URI.create(arguments[1]), URI.create(arguments[2]));
        int readers = Integer.parseInt(arguments[3]);
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try (Installation foxden = ConnectedPlugin.opened(foxy, Path.of(arguments[0]), clock.machinery());
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            foxden.accessToken();
            System.out.println("ready");
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                clock.forward(LIFETIME);
                System.out.println(storm(foxden, threads, readers, Long.parseLong(order)));
            }
        }
        System.exit(0);
    }

    private static double storm(Installation foxden, ExecutorService threads, int readers, long begin)
            throws Exception {
        Callable<Double> reader = () -> {
            Thread.sleep(Math.max(0, begin - System.currentTimeMillis()));
            long asked = System.nanoTime();
            foxden.accessToken();
            return (System.nanoTime() - asked) / 1e6;
        };
        List<Future<Double>> waits = new ArrayList<>();
        for (int n = 0; n < readers; n++) {
            waits.add(threads.submit(reader));
        }
        double last = 0;
        for (Future<Double> wait : waits) {
            last = Math.max(last, wait.get());
        }
        return last;
    }
}
