package io.foxden.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.foxden.testkit.account.Client;
import io.foxden.testkit.fault.Fault;
import io.foxden.testkit.journal.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which Foxy may fail, where each of its resources is asked: what the command says, and that nothing is lost. */
final class FaultMatrixTest {
    private static final Duration BEYOND_PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    /** What goes wrong. */
    private enum Trouble {
        DOWN,
        BLACKHOLE,
        SLOW_AFTER_THE_WORK,
        DROPPED_BEFORE,
        DROPPED_AFTER,
        CUT_OFF,
        REFUSED,
        ERROR,
        BUSY,
        HTML,
        HTML_ERROR,
        EMPTY,
        GARBAGE;

        /** Null where it is not Foxy's doing. */
        @Nullable
        Fault fault(Fault.Order order) {
            return switch (this) {
                case DOWN -> null;
                case BLACKHOLE -> order.delayBefore(BEYOND_PATIENCE);
                case SLOW_AFTER_THE_WORK -> order.delayAfter(BEYOND_PATIENCE);
                case DROPPED_BEFORE -> order.dropBefore();
                case DROPPED_AFTER -> order.dropAfter();
                case CUT_OFF -> order.truncate();
                case REFUSED -> order.fxErrors(400, "Ordered refusal");
                case ERROR -> order.fxErrors(500, "Ordered error");
                case BUSY -> order.retryAfter("120").fxErrors(503, "Ordered maintenance");
                case HTML -> order.html(200);
                case HTML_ERROR -> order.html(502);
                case EMPTY -> order.empty(200);
                case GARBAGE -> order.garbage(200);
            };
        }

        boolean isSlow() {
            return this == BLACKHOLE || this == SLOW_AFTER_THE_WORK;
        }

        boolean isClearNo() {
            return this == REFUSED;
        }
    }

    /** What is being done, and which resource of Foxy's it needs. */
    private enum Errand {
        INSTALL_ASKS_HOME(Target.HOME, false, "new", "new"),
        INSTALL_ASKS_CREATE_CLIENT(Target.CREATE_CLIENT, false, "new", "registering"),
        REFRESH_ASKS_TOKEN(Target.TOKEN, true, "connected", "connected"),
        API_ASKS_HOME(Target.HOME, true, "connected", "connected"),
        API_ASKS_STORE(Target.STORE, true, "connected", "connected");

        private final Target target;
        private final boolean connected;
        private final String phaseBefore;
        private final String phaseAfterSilence;

        Errand(Target target, boolean connected, String phaseBefore, String phaseAfterSilence) {
            this.target = target;
            this.connected = connected;
            this.phaseBefore = phaseBefore;
            this.phaseAfterSilence = phaseAfterSilence;
        }

        Cli.Run run(Site site) {
            return switch (this) {
                case INSTALL_ASKS_HOME, INSTALL_ASKS_CREATE_CLIENT -> site.install("--json");
                case REFRESH_ASKS_TOKEN -> site.json("refresh");
                case API_ASKS_HOME -> site.json("api", "GET", "/");
                case API_ASKS_STORE -> site.json("api", "GET", "fx:store");
            };
        }

        /** Nothing left this machine, or Foxy's answer was clear: all is as before. Else it depends. */
        String phaseAfter(Trouble trouble) {
            return trouble == Trouble.DOWN || trouble.isClearNo() ? phaseBefore : phaseAfterSilence;
        }

        String code(Trouble trouble) {
            boolean registering = this == INSTALL_ASKS_CREATE_CLIENT;
            if (trouble.isClearNo()) {
                return registering ? "registration_rejected" : "api_refused";
            }
            return registering && trouble != Trouble.DOWN ? "registration_ambiguous" : "api_unreachable";
        }
    }

    static Stream<Arguments> every_trouble_on_every_errand() {
        return Arrays.stream(Errand.values())
                .flatMap(errand -> Arrays.stream(Trouble.values()).map(trouble -> Arguments.of(errand, trouble)));
    }

    @ParameterizedTest
    @MethodSource("every_trouble_on_every_errand")
    void the_command_says_what_happened_and_loses_nothing(Errand errand, Trouble trouble) throws IOException {
        try (Site site = new Site(folder)) {
            if (errand.connected) {
                site.install().exits(0);
                site.connect();
            }
            String client = site.clientId();

            strike(site, errand, trouble);
            errand.run(site).fails(trouble.isClearNo() ? 7 : 5, errand.code(trouble));
            assertThat(site.phase()).isEqualTo(errand.phaseAfter(trouble));
            if (errand.connected) {
                assertThat(site.clientId()).isEqualTo(client);
            }

            calm(site);
            errand.run(site).exits(0);
            assertWell(site, errand);
        }
    }

    private static void strike(Site site, Errand errand, Trouble trouble) throws IOException {
        Fault fault = trouble.fault(Fault.on(errand.target).always());
        if (fault == null) {
            site.cli().environment("FOXDEN_HTTP_PROXY", "http://127.0.0.1:" + deadPort());
        } else {
            site.foxy.order(fault);
        }
        if (trouble.isSlow()) {
            site.cli().environment("FOXDEN_HTTP_READ_TIMEOUT", "1s");
        }
    }

    private static void calm(Site site) {
        site.cli().withoutEnvironment("FOXDEN_HTTP_PROXY").withoutEnvironment("FOXDEN_HTTP_READ_TIMEOUT");
        site.foxy.clearFaults();
    }

    /** One client is in use, which exists at Foxy, and the connection works if there was one. */
    private static void assertWell(Site site, Errand errand) {
        assertThat(site.phase()).isEqualTo(errand.connected ? "connected" : "registered");
        assertThat(site.foxy.clients()).extracting(Client::id).contains(site.clientId());
        if (errand.connected) {
            site.json("refresh").exits(0);
            assertThat(site.foxy.postsToClients()).isEqualTo(1);
        }
    }

    /** A port that nothing listens on. */
    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
