package io.foxden.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A context path of odd characters, in real servers: each of their own spellings is answered, and no other opens anything. */
class ContextSpellingTest {
    private static final String CONTEXT = "/\u00e4(b)+c d";

    @TempDir
    Path inTomcat;

    @TempDir
    Path inJetty;

    private TomcatServer tomcat;
    private WebServer jetty;

    @BeforeEach
    void start() throws Exception {
        tomcat = TomcatServer.start(inTomcat, 10, CONTEXT);
        jetty = WebServer.alone(inJetty).withContextPath(CONTEXT).start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.close();
        jetty.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%C3%A4(b)+c%20d",
                "/%c3%a4(b)+c%20d",
                "/%c3%a4%28b%29%2Bc%20d",
                "/%C3%A4%28b%29%2bc%20d",
                "/%C3%A4(b)+c%20d;jsessionid=1A2B"
            })
    void a_servers_own_spelling_is_answered(String context) {
        for (int port : new int[] {tomcat.port(), jetty.port()}) {
            assertThat(RawCall.send(port, "GET", context + "/health").status()).isEqualTo(200);
            assertThat(RawCall.send(port, "GET", context + "/;jsessionid=1A2B").status())
                    .isEqualTo(401);
            assertThat(RawCall.send(port, "GET", context + "/health;jsessionid=1A2B")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//%C3%A4(b)+c%20d/health",
                "/./%C3%A4(b)+c%20d/health",
                "/%C3%A4(%62)+c%20d/health",
                "/%C3%A4(b)+c%20d/./health",
                "/%C3%A4(b)+c%20d//health",
                "/%C3%A4(b)+c%20d/%2e/health",
                "/%C3%A4(b)+c%20d%2fhealth",
                "/%C3%A4(b)+c%20d\\health",
                "/%C3%A4(b)+c%20d/%68ealth",
                "/%C3%A4(b)+c%20d/x/..;/health"
            })
    void any_other_is_closed(String path) {
        for (int port : new int[] {tomcat.port(), jetty.port()}) {
            assertThat(RawCall.send(port, "GET", path).status()).as(path).isIn(400, 401, 404);
        }
    }
}
