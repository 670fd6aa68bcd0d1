package io.foxden.installer.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * Logs to standard error, warnings only unless asked for more; in code, because reading a configuration file would take
 * longer than most commands. Libraries stay at warnings always: at their finer levels some write headers and bodies.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String OURS = "io.foxden";
    private static final String APPENDER = "standard error";
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg";

    /** From now on, Foxden's own steps too, and where exceptions come from. */
    public static void verbose() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(OURS).setLevel(Level.DEBUG);
            if (root(context).getAppender(APPENDER) instanceof ConsoleAppender<ILoggingEvent> appender) {
                appender.setEncoder(encoder(context, PATTERN + "%n%ex"));
            }
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName(APPENDER);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, PATTERN + "%nopex%n"));
        appender.start();
        root(context).setLevel(Level.WARN);
        root(context).addAppender(appender);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }
}
