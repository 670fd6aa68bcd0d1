package io.foxden.dist.crash;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.journal.Ending;
import io.foxden.testkit.journal.Exchange;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Where in the course of a request a process is killed. */
enum Boundary {
    REQUEST_RECEIVED {
        @Override
        void watch(Sandbox sandbox, Predicate<Exchange> wanted, Runnable strike) {
            sandbox.onRequest(exchange -> {
                if (wanted.test(exchange)) {
                    strike.run();
                }
            });
        }
    },
    PROCESSED_BUT_UNANSWERED {
        @Override
        void watch(Sandbox sandbox, Predicate<Exchange> wanted, Runnable strike) {
            sandbox.afterProcessing(exchange -> {
                if (wanted.test(exchange)) {
                    strike.run();
                }
            });
        }
    },
    /** The answer is on its way or there: what the process has made of it is left to chance. */
    ANSWERED {
        @Override
        void watch(Sandbox sandbox, Predicate<Exchange> wanted, Runnable strike) {
            sandbox.afterProcessing(exchange -> {
                if (wanted.test(exchange)) {
                    new Thread(() -> {
                                while (ending(sandbox, exchange) == Ending.OPEN) {
                                    Thread.onSpinWait();
                                }
                                strike.run();
                            })
                            .start();
                }
            });
        }
    };

    abstract void watch(Sandbox sandbox, Predicate<Exchange> wanted, Runnable strike);

    /** Kills the process at the first request of that kind, before the sandbox goes on with it. */
    void kill(Sandbox sandbox, Predicate<Exchange> wanted, CompletableFuture<Process> victim) {
        AtomicBoolean struck = new AtomicBoolean();
        watch(
                sandbox,
                exchange -> wanted.test(exchange) && struck.compareAndSet(false, true),
                () -> victim.join().destroyForcibly().onExit().join());
    }

    private static Ending ending(Sandbox sandbox, Exchange exchange) {
        return sandbox.exchanges().get((int) exchange.number() - 1).ending();
    }
}
