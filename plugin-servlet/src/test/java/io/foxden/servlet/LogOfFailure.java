package io.foxden.servlet;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.slf4j.LoggerFactory;

/** Prints the whole log of the servers in this process when a test fails. Registered for every test of the module. */
public final class LogOfFailure implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(LogOfFailure.class);
    private static final String PATTERN = "%d{HH:mm:ss.SSS} [%thread] %-5level %logger{20} %msg%n%ex{20}";

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.foxden");

    @Override
    public void beforeEach(ExtensionContext context) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        context.getStore(OURS).put("log", log);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        @SuppressWarnings("unchecked") // put there above
        ListAppender<ILoggingEvent> log = context.getStore(OURS)
                .remove("log", (Class<ListAppender<ILoggingEvent>>) (Class<?>) ListAppender.class);
        logger.detachAppender(log);
        if (context.getExecutionException().isPresent()) {
            System.out.println("FAILED " + context.getUniqueId() + "; the log of its servers:\n" + text(log.list));
        }
    }

    private String text(List<ILoggingEvent> events) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(logger.getLoggerContext());
        layout.setPattern(PATTERN);
        layout.start();
        StringBuilder text = new StringBuilder();
        List.copyOf(events).forEach(event -> text.append(layout.doLayout(event)));
        return text.toString();
    }
}
