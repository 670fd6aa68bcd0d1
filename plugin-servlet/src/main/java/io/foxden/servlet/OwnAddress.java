package io.foxden.servlet;

import io.foxden.foreign.Foreign;
import io.foxden.installation.Installation;
import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.secret.Digest;
import io.foxden.secret.RandomText;
import io.foxden.servlet.exchange.Base;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether it is Foxden that answers at its own address: once after the start, and once more when a request reaches
 * it although it was not. What stands before us in a host cannot be asked about in another way. Only a no that stays is
 * believed: the host may still be starting. Safe for many threads; has one of its own until it knows.
 */
final class OwnAddress implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnAddress.class);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));
    /** So long is a server waited for that does not tell where it can be asked. */
    private static final int LOOKS = 60;

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(5);
    private static final int LONGEST_QUESTION = 100;
    private static final int MOST_FILTERS = 8;
    private static final int SHOWN = 400;

    private final ServletContext context;
    private final Supplier<Premises> premises;
    private final RandomText random;
    private volatile @Nullable Asking asking;
    private final String closed;
    private volatile int seen;
    private volatile boolean unknown = true;
    private volatile boolean other;
    private volatile long last;

    OwnAddress(ServletContext context, Supplier<Premises> premises, RandomText random) {
        this.context = context;
        this.premises = premises;
        this.random = random;
        this.closed = random.token();
    }

    /** One attempt to know. */
    private final class Asking implements Runnable {
        private final String question = random.token();
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final Thread thread = new Thread(this, "foxden-own-address");

        @Override
        public void run() {
            try {
                for (int looks = 0; looks < LOOKS && !stopped.await(500, TimeUnit.MILLISECONDS); looks++) {
                    List<Integer> doors = doors();
                    if (!doors.isEmpty()) {
                        ask(doors);
                        return;
                    }
                }
            } catch (InterruptedException e) {
                LOG.debug("Stopped while it was asking", e);
            } catch (RuntimeException | Error e) {
                LOG.debug("It stays unknown who answers", e);
            }
        }

        private void ask(List<Integer> doors) throws InterruptedException {
            Base base = premises.get().base();
            Question asked = new Question(host(), path(base), question);
            Question.@Nullable Head answer = null;
            for (Duration pause : PAUSES) {
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                for (int door : doors) {
                    Question.Head head = head(asked, door);
                    if (head != null
                            && head.header(Question.MARK).filter(this::isOurs).isPresent()) {
                        conclude(Optional.empty());
                        return;
                    }
                    answer = head == null || head.saysNothing() ? answer : head;
                }
            }
            conclude(Optional.ofNullable(answer).map(head -> who(path(base), head)));
        }

        private boolean isOurs(String mark) {
            return mark.equals(OwnAddress.this.mark(question));
        }
    }

    private List<Integer> doors() {
        List<Integer> told = Doors.of(context);
        return told.isEmpty() && seen > 0 ? List.of(seen) : told;
    }

    private String host() {
        String host = VirtualHost.of(context);
        return host.isEmpty() || host.startsWith("@") || host.startsWith("*") ? "localhost" : host;
    }

    private static String path(Base base) {
        String path = base.path();
        return path.endsWith("/") ? path : path + "/";
    }

    private static Question.@Nullable Head head(Question question, int door) {
        try {
            return question.ask(door);
        } catch (IOException e) {
            LOG.debug("Nobody answers at port {}", door, e);
            return null;
        }
    }

    private String who(String path, Question.Head head) {
        return Foreign.line("GET " + path + " gave " + head.words() + " [" + filters() + "]", SHOWN);
    }

    private String filters() {
        try {
            Map<String, ? extends FilterRegistration> all = context.getFilterRegistrations();
            List<String> names = all.values().stream()
                    .filter(filter -> !filter.getName().equals(Deployment.FILTER))
                    .map(filter -> filter.getName() + " (" + filter.getClassName() + ")")
                    .limit(MOST_FILTERS)
                    .toList();
            return names.isEmpty() ? "none" : String.join(", ", names);
        } catch (RuntimeException e) {
            return "unknown";
        }
    }

    private void conclude(Optional<String> who) {
        unknown = false;
        other = who.isPresent();
        last = System.nanoTime();
        Installation foxden = premises.get().foxden();
        who.ifPresent(words -> LOG.error(
                "Requests to Foxden's address are answered by somebody else: {}. {}", words, Code.NOT_FIRST.remedy()));
        try {
            if (foxden != null) {
                foxden.answered(who);
            }
        } catch (FoxdenException e) {
            LOG.debug("The command line does not hear who answers", e);
        }
    }

    /** Asks, in the background. */
    synchronized void ask() {
        if (asking == null || !asking.thread.isAlive()) {
            Asking next = new Asking();
            asking = next;
            next.thread.setDaemon(true);
            next.thread.setContextClassLoader(OwnAddress.class.getClassLoader());
            next.thread.start();
        }
    }

    /** A request came to the application, whoever answers it: tells where the server can be asked, if it does not itself. */
    void requestCame(ServletRequest request) {
        if (unknown && seen == 0) {
            seen = request.getLocalPort();
            ask();
        }
    }

    /**
     * The mark for who asks: the next version of the application, or another node, may get our question and we theirs. Null
     * where nobody asks, or nobody knows who we are.
     */
    private @Nullable String mark(String question) {
        try {
            Installation foxden = premises.get().foxden();
            return foxden == null ? Digest.sha256(closed + question) : foxden.mark(question);
        } catch (FoxdenException e) {
            return null;
        }
    }

    /** The mark for a request to our address. One that is no question says that it may be worth asking again. */
    @Nullable
    String answer(@Nullable String asked) {
        if (asked != null && asked.length() <= LONGEST_QUESTION) {
            return mark(asked);
        }
        if (other && System.nanoTime() - last > AGAIN.toNanos()) {
            last = System.nanoTime();
            ask();
        }
        return null;
    }

    /** Waits for the thread itself: containers look for those that an application leaves behind. */
    @Override
    public void close() {
        Asking now = asking;
        if (now != null) {
            now.stopped.countDown();
            now.thread.interrupt();
            try {
                TimeUnit.SECONDS.timedJoin(now.thread, END.toSeconds());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
