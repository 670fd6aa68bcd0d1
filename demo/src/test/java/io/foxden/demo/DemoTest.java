package io.foxden.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.foxden.problem.Code;
import io.foxden.problem.FoxdenException;
import io.foxden.testkit.Browser;
import io.foxden.testkit.browser.Page;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void the_walk_does_the_whole_job_and_tells_each_step() throws Exception {
        List<WalkStep> steps = new ArrayList<>();

        try (Demo demo = Demo.start(new DemoOptions(null, 0, false))) {
            demo.walk(steps::add);
        }

        assertThat(steps)
                .extracting(WalkStep::name)
                .containsExactly(
                        "start",
                        "sign-in",
                        "details",
                        "register",
                        "connect",
                        "authorize",
                        "exchange",
                        "store",
                        "refresh",
                        "rules");
        assertThat(facts(steps, "register")).contains("foxden_");
        assertThat(facts(steps, "exchange")).contains("store_full_access store_id_3200");
        assertThat(facts(steps, "store")).contains("Example Store");
    }

    @Test
    void a_temporary_home_is_gone_when_the_demo_is_over() throws Exception {
        Path home;
        try (Demo demo = Demo.start(new DemoOptions(null, 0, true))) {
            home = demo.setupCodeFile().getParent();
            assertThat(demo.setupCodeFile()).exists();
        }

        assertThat(home).doesNotExist();
    }

    @Test
    void a_home_that_was_given_stays_and_serves_the_next_demo() throws Exception {
        DemoOptions options = new DemoOptions(folder.resolve("home"), 0, false);

        for (int i = 0; i < 2; i++) {
            try (Demo demo = Demo.start(options)) {
                demo.walk(step -> {});
            }
        }

        assertThat(folder.resolve("home").resolve("vault.key")).exists();
    }

    @Test
    void a_folder_with_something_else_in_it_is_left_alone() throws Exception {
        Path precious = Files.writeString(folder.resolve("vault.key"), "precious");

        assertProblem(() -> Demo.start(new DemoOptions(folder, 0, false)), Code.WRONG_USAGE);

        assertThat(precious).hasContent("precious");
        assertThat(folder).isDirectoryContaining(path -> path.equals(precious));
    }

    @Test
    void a_port_that_is_taken_is_told_of() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertProblem(() -> Demo.start(new DemoOptions(null, port, false)), Code.WRONG_USAGE);
        }
    }

    @Test
    void staying_up_the_owner_is_asked_and_may_say_no() throws Exception {
        try (Demo demo = Demo.start(new DemoOptions(null, 0, true))) {
            Browser browser = new Browser();
            String code = Files.readString(demo.setupCodeFile()).strip();
            Page page = browser.followAll(
                    browser.submit(browser.open(demo.address()).form("/claim").fill("code", code)));
            Page consent =
                    browser.followAll(browser.submit(page.form("/install").press("Register and connect")));

            assertThat(consent.uri().getAuthority())
                    .isEqualTo(demo.foxyAddress().getAuthority());
            Page back = browser.followAll(browser.submit(consent.form("").press("Deny")));

            assertThat(back.text()).containsIgnoringCase("declined");
        }
    }

    private static String facts(List<WalkStep> steps, String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .map(step -> step.facts().toString())
                .findFirst()
                .orElseThrow();
    }

    private static void assertProblem(ThrowingCallable call, Code code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FoxdenException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
