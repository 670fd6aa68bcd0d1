package io.foxden.soak;

import io.foxden.Status;
import io.foxden.installation.Installation;
import io.foxden.problem.FoxdenException;
import io.foxden.problem.Problem;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One process of the soak: a web application's installation with its beat, and 16 readers. Arguments: home, API,
 * authorization endpoint, clock file, slot of its clock. Orders come by line, and each is answered by one line of cells
 * parted by tabulators:
 *
 * <ul>
 *   <li>{@code read}: all readers ask at once; what they got, each followed by how many got it: {@code ok:TOKEN} or {@code
 *       no:CODE DETAIL}
 *   <li>{@code status}: the phase and the codes of all that is wrong
 *   <li>{@code refresh}, as a person orders it: {@code done}, or the code of what came in between
 * </ul>
 */
final class SoakProgram {
    static final String CELL = "\t";
    static final int READERS = 16;

    private SoakProgram() {}

    public static void main(String[] arguments) throws Exception {
        SoakHome home = new SoakHome(Path.of(arguments[0]), URI.create(arguments[1]), URI.create(arguments[2]));
        SoakClock clock = SoakClock.in(Path.of(arguments[3]), Integer.parseInt(arguments[4]));
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try (Installation foxden = home.open(clock).start();
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(answer(order, foxden, readers));
            }
        }
        System.exit(0);
    }

    private static String answer(String order, Installation foxden, ExecutorService readers) throws Exception {
        return switch (order) {
            case "read" -> read(foxden, readers);
            case "status" -> status(foxden.status());
            case "refresh" -> refresh(foxden);
            default -> throw new IllegalArgumentException(order);
        };
    }

    private static String read(Installation foxden, ExecutorService readers) throws Exception {
        Callable<String> reader = () -> {
            try {
                return "ok:" + foxden.accessToken().reveal();
            } catch (FoxdenException e) {
                return "no:" + e.problem().code().word() + " " + e.problem().detail();
            } catch (Throwable e) { // whatever leaves the façade is what the soak is there to see
                return "no:" + e;
            }
        };
        List<Future<String>> answers = new ArrayList<>();
        for (int n = 0; n < READERS; n++) {
            answers.add(readers.submit(reader));
        }
        Map<String, Integer> counted = new TreeMap<>();
        for (Future<String> answer : answers) {
            counted.merge(answer.get().replaceAll("\\s", " "), 1, Integer::sum);
        }
        List<String> cells = new ArrayList<>();
        counted.forEach((got, times) -> cells.addAll(List.of(got, times.toString())));
        return String.join(CELL, cells);
    }

    private static String status(Status status) {
        List<String> cells = new ArrayList<>();
        cells.add(status.phase().word());
        add(cells, status.problem());
        status.warnings().forEach(warning -> add(cells, warning));
        return String.join(CELL, cells);
    }

    private static void add(List<String> cells, @Nullable Problem problem) {
        if (problem != null) {
            cells.add(problem.code().word());
        }
    }

    private static String refresh(Installation foxden) {
        try {
            foxden.refresh();
            return "done";
        } catch (FoxdenException e) {
            return e.problem().code().word();
        }
    }
}
