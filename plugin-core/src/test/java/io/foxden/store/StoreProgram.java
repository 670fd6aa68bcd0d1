package io.foxden.store;

import io.foxden.file.FileTrouble;
import io.foxden.file.Steps;
import io.foxden.secret.RandomText;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that works on a store: HOME COMMAND ARGUMENT. What it has done it says line by line. */
final class StoreProgram {
    static final int HALTED = 77;
    static final int LOGGED = 1_200;

    private StoreProgram() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        String argument = arguments[2];
        switch (arguments[1]) {
            case "halt-at" -> deeds(home, Integer.parseInt(argument));
            case "count" ->
                Counter.counting(open(home, Steps.NONE), Integer.parseInt(argument))
                        .call();
            case "hold" -> hold(open(home, Steps.NONE).lease(argument, Duration.ofSeconds(60)));
            case "try" -> sayWhat(() -> open(home, Steps.NONE).lease(argument, Duration.ZERO));
            case "log" -> log(open(home, Steps.NONE), argument);
            case "write" -> Deeds.write(open(home, Steps.NONE), "client", argument);
            case "try-read" -> sayWhat(() -> open(home, Steps.NONE).read(argument));
            case "starve" -> starve(open(home, Steps.NONE), argument);
            case "hold-and-write" -> holdAndWrite(open(home, Steps.NONE), argument);
            case "read-only" -> readOnly(open(home, Steps.NONE), argument);
            default -> throw new IllegalArgumentException(arguments[1]);
        }
    }

    static FileStore open(Path home, Steps steps) {
        return new FileStore(home, new RandomText(new SecureRandom()), steps);
    }

    /** All deeds, or as many as there is time for: at the given step the process is gone, as if killed. */
    private static void deeds(Path home, int last) {
        AtomicInteger step = new AtomicInteger();
        Store store = open(home, name -> {
            if (step.incrementAndGet() == last) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        for (Deeds deed : Deeds.values()) {
            deed.doTo(store);
            say(deed.name());
        }
    }

    private static void log(Store store, String name) {
        for (int i = 0; true; i++) {
            store.append("events", Fields.none().with("by", name).with("n", i).with("text", "x".repeat(500)));
            if (i == LOGGED) {
                say("logged");
            }
        }
    }

    private static void hold(Lease lease) throws IOException {
        say("held");
        say(System.in.read() + " read; held: " + lease.held());
    }

    /** Works with every descriptor in use, and then with all of them free. */
    private static void starve(Store store, String name) throws IOException {
        // all classes are loaded while there are descriptors for that
        Deeds.write(store, "rehearsal", "x");
        store.lease("rehearsal", Duration.ZERO).close();
        FileTrouble.writing(Path.of(name), "tried", new IOException("a rehearsal"));
        List<InputStream> open = new ArrayList<>();
        List<Runnable> deeds = List.of(
                () -> store.read(name),
                () -> Deeds.write(store, name, "mine"),
                () -> store.names(""),
                () -> store.lease(name, Duration.ZERO));
        List<String> said = new ArrayList<>();
        try {
            while (true) {
                open.add(new FileInputStream("/dev/null"));
            }
        } catch (FileNotFoundException tooManyOpenFiles) {
            deeds.forEach(deed -> said.add(outcome(deed)));
        }
        for (InputStream each : open) {
            each.close();
        }
        said.forEach(StoreProgram::say);
        say(store.read(name).orElseThrow().content().required("text"));
    }

    /** Under a lease that is short, before and after whatever happens to this process. */
    private static void holdAndWrite(Store store, String name) throws IOException {
        Lease lease = store.lease(name, Duration.ofSeconds(60), Duration.ofMillis(200));
        say("held");
        say(System.in.read() + " read; held: " + lease.held());
        try {
            store.change("connection", lease, now -> Change.to(Deeds.saying("late")));
            say("written");
        } catch (LeaseLostException e) {
            say("lost");
        }
    }

    private static void readOnly(Store store, String name) {
        say(store.read(name).orElseThrow().content().required("text"));
        say(store.names("").toString());
        say(String.valueOf(store.revision(name) != 0));
        sayWhat(() -> Deeds.write(store, name, "mine"));
        sayWhat(() -> Deeds.erase(store, name));
        sayWhat(() -> store.lease(name, Duration.ZERO));
    }

    private static void sayWhat(Runnable deed) {
        say(outcome(deed));
    }

    private static String outcome(Runnable deed) {
        try {
            deed.run();
            return "done";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @SuppressWarnings("SystemOut") // that is how it talks to the test that started it
    private static void say(String line) {
        System.out.println(line);
    }
}
