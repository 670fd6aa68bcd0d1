package io.foxden.http;

import static io.foxden.http.JerseyWireTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import io.foxden.secret.Secret;
import io.foxden.setting.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A host that logs everything still logs no secret. */
class SilenceTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nX-Token: s3cret\r\nSet-Cookie: a=s3cret\r\n"
            + "Content-Type: application/json\r\nContent-Length: 26\r\n\r\n{\"client_secret\":\"s3cret\"}";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
    private final @Nullable Level level = root.getLevel();
    private final List<Appender<ILoggingEvent>> quiet = appenders();
    private final java.util.logging.Level julLevel = julRoot.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final List<String> julLines = new CopyOnWriteArrayList<>();
    private final Handler julHandler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            julLines.add(line.getLoggerName() + " " + line.getMessage() + " " + List.of(parameters(line)) + " "
                    + line.getThrown());
        }

        private Object[] parameters(LogRecord line) {
            return line.getParameters() == null ? new Object[0] : line.getParameters();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        appender.start();
        quiet.forEach(root::detachAppender);
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
        julHandler.setLevel(java.util.logging.Level.ALL);
        julRoot.setLevel(java.util.logging.Level.ALL);
        julRoot.addHandler(julHandler);
    }

    @AfterEach
    void stopListening() {
        julRoot.removeHandler(julHandler);
        julRoot.setLevel(julLevel);
        root.detachAppender(appender);
        root.setLevel(level);
        quiet.forEach(root::addAppender);
    }

    @Test
    void no_header_and_no_body_is_logged_at_any_level() throws Exception {
        try (RawServer server = RawServer.answering(ANSWER);
                JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
            wire.send(HttpRequest.post(server.uri("/token"))
                    .withAuthorization(AuthorizationHeader.basic("id", Secret.of("s3cret")))
                    .withForm(Map.of("client_secret", "s3cret")));
            wire.send(HttpRequest.post(server.uri("/token"))
                    .withBearer(Secret.of("s3cret"))
                    .withJson("{\"a\":\"s3cret\"}"));
        }
        assertSilence();
    }

    @Test
    void nor_where_it_fails() throws Exception {
        try (RawServer server = RawServer.playing((request, socket) -> {
                    RawServer.write(socket, "HTTP/1.1 s3cret\r\nX-Token s3cret\r\n\r\n{\"s3cret\":1}");
                    socket.close();
                });
                JerseyWire wire = new JerseyWire(HttpSettings.DEFAULT)) {
            failure(
                    wire,
                    HttpRequest.post(server.uri("/token"))
                            .withBearer(Secret.of("s3cret"))
                            .withJson("{\"a\":\"s3cret\"}"));
        }
        assertSilence();
    }

    private List<Appender<ILoggingEvent>> appenders() {
        List<Appender<ILoggingEvent>> found = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(found::add);
        return found;
    }

    private void assertSilence() {
        assertThat(appender.list.stream().map(SilenceTest::text)).noneMatch(SilenceTest::tells);
        assertThat(julLines).noneMatch(SilenceTest::tells);
    }

    private static boolean tells(String line) {
        return line.contains("s3cret") || line.contains("aWQ6czNjcmV0");
    }

    private static String text(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy each = event.getThrowableProxy(); each != null; each = each.getCause()) {
            text.append(' ').append(each.getMessage());
        }
        return text.toString();
    }
}
