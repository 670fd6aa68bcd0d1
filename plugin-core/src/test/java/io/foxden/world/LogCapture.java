package io.foxden.world;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Everything that anybody logs, down to the finest level, by SLF4J or by the platform's own loggers. */
public final class LogCapture implements AutoCloseable {
    /** Those of the other side: the sandbox's server, and what stands in for the browser. */
    private static final Pattern OTHERS =
            Pattern.compile("(org\\.eclipse\\.jetty|io\\.foxden\\.testkit|sun\\.net)\\b.*");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final java.util.logging.Logger platformRoot = java.util.logging.Logger.getLogger("");
    private final Level before = root.getLevel();
    private final java.util.logging.Level platformBefore = platformRoot.getLevel();
    private final Sink sink = new Sink();
    private final PlatformSink platformSink = new PlatformSink();
    private final List<ch.qos.logback.core.Appender<ILoggingEvent>> console = new CopyOnWriteArrayList<>();

    public LogCapture() {
        root.iteratorForAppenders().forEachRemaining(console::add);
        console.forEach(root::detachAppender);
        sink.setContext(root.getLoggerContext());
        sink.start();
        root.addAppender(sink);
        root.setLevel(Level.TRACE);
        platformRoot.addHandler(platformSink);
        platformRoot.setLevel(java.util.logging.Level.ALL);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        root.detachAppender(sink);
        root.setLevel(before);
        console.forEach(root::addAppender);
        platformRoot.removeHandler(platformSink);
        platformRoot.setLevel(platformBefore);
    }

    private final class Sink extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            if (OTHERS.matcher(event.getLoggerName()).matches()) {
                return;
            }
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + " " + trace);
        }
    }

    private final class PlatformSink extends Handler {
        PlatformSink() {
            setLevel(java.util.logging.Level.ALL);
        }

        @Override
        public void publish(LogRecord logged) {
            if (!OTHERS.matcher(String.valueOf(logged.getLoggerName())).matches()) {
                lines.add(new SimpleFormatter().format(logged));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
