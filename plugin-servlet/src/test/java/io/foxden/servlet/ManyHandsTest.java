package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.Sandbox;
import io.foxden.testkit.fault.Consent;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is pressed at once, nobody is ever told of an error of our own. */
class ManyHandsTest {
    private static final List<String> BUTTONS =
            List.of("/install", "/connect", "/refresh", "/disconnect", "/refresh", "/reset");
    private static final int HANDS = 12;
    private static final int PRESSES = 24;

    @TempDir
    Path home;

    private final Sandbox sandbox = Sandbox.start();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private final CountDownLatch ready = new CountDownLatch(HANDS);
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
    private WebServer first;
    private WebServer second;

    /** Two servers on one home, as when one application is in two of them. */
    @BeforeEach
    void start() {
        sandbox.behave(behaviour -> behaviour.withConsent(Consent.APPROVE));
        first = WebServer.at(home, sandbox).withDetails().start();
        second = WebServer.at(home, sandbox)
                .withDetails()
                .with("foxden.site-url", first.address("").toString())
                .start();
    }

    @AfterEach
    void stop() {
        hands.shutdownNow();
        first.close();
        second.close();
        sandbox.close();
    }

    @Test
    void scripts_that_do_everything_at_once_are_never_told_of_an_internal_error() throws Exception {
        together(hand -> {
            for (int press = 0; press < PRESSES; press++) {
                String button = BUTTONS.get((hand + press) % BUTTONS.size());
                judge(Call.to(hand % 2 == 0 ? first : second, "/api/v1" + button)
                        .asAdministrator()
                        .post());
            }
        });

        assertThat(strange).isEmpty();
    }

    @Test
    void people_who_press_everything_at_once_are_never_told_of_an_internal_error() throws Exception {
        Person person = Person.signedIn(first);
        String token = person.formToken();

        together(hand -> {
            for (int press = 0; press < PRESSES; press++) {
                String button = BUTTONS.get((hand + press) % BUTTONS.size());
                judge(Call.to(first, button)
                        .inSession(person.session())
                        .form("csrf=" + token)
                        .post());
            }
        });

        assertThat(strange).isEmpty();
    }

    @Test
    void refreshing_and_connecting_again_at_once_ends_connected() throws Exception {
        Person owner = Person.signedIn(first);
        owner.browser()
                .followAll(
                        owner.browser().submit(owner.open("/").form("/install").press("Register and connect")));

        together(hand -> {
            if (hand == 0) {
                for (int round = 0; round < 3; round++) {
                    Person person = Person.before(first);
                    person.signIn(WebServer.ADMIN_TOKEN);
                    assertThat(person.press(person.open("/"), "/connect").text())
                            .contains("Connected");
                }
                return;
            }
            for (int press = 0; press < PRESSES; press++) {
                judge(Call.to(hand % 2 == 0 ? first : second, "/api/v1/refresh")
                        .asAdministrator()
                        .post());
            }
        });

        assertThat(strange).isEmpty();
        assertThat(Call.to(second, "/api/v1/status").asAdministrator().get().body())
                .contains("\"connected\"");
    }

    private interface Work {
        void by(int hand);
    }

    private void together(Work work) throws InterruptedException, ExecutionException, TimeoutException {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < HANDS; i++) {
            int hand = i;
            all.add(hands.submit(() -> {
                ready.countDown();
                ready.await();
                work.by(hand);
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(2, TimeUnit.MINUTES);
        }
    }

    private void judge(HttpResponse<String> answer) {
        boolean ours = answer.body().contains("\"internal\"") || answer.body().contains("An error of Foxden");
        if (ours || answer.statusCode() == 500) {
            strange.add(answer.statusCode() + " " + answer.uri() + " " + answer.body());
        }
    }
}
