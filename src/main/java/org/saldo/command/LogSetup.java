package org.saldo.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the log goes: plain lines on standard error, and {@code key=value} lines with stack traces in a file a day,
 * kept for 90 days and at most 1 GB. The service and the commands write files of their own. Found by Logback when the
 * first logger is asked for; until a command has named the folder it leaves the choice to others.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    /** Failures that were told on the console in one line; only the file has their stack traces. */
    static final String FAILURES = "org.saldo.failure";

    private static final String FOLDER = "saldo.log.folder";
    private static final String SERVICE = "saldo.log.service";
    private static final Map<String, Level> QUIETER = Map.of("org.flywaydb", Level.WARN, "com.zaxxer.hikari", Level.WARN,
            "org.quartz", Level.WARN, "io.vertx", Level.WARN, "io.netty", Level.WARN, "org.apache.pdfbox", Level.ERROR,
            "com.icegreen", Level.WARN, "hsqldb.db", Level.WARN);

    static void intoFolder(Path folder) {
        System.setProperty("hsqldb.reconfig_logging", "false");
        java.util.logging.Logger.getLogger("hsqldb.db").setLevel(java.util.logging.Level.WARNING);
        System.setProperty(FOLDER, folder.toString());
    }

    /** Called before the first line is logged: the console then shows the course of things, too. */
    static void ofService() {
        System.setProperty(SERVICE, "true");
    }

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return ExecutionStatus.NEUTRAL;
        }
        boolean service = Boolean.getBoolean(SERVICE);
        OutputStreamAppender<ILoggingEvent> file = file(loggers, Path.of(folder), service ? "saldo" : "commands");
        Logger root = loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(console(loggers, service ? Level.INFO : Level.ERROR));
        root.addAppender(file);
        Logger failures = loggers.getLogger(FAILURES);
        failures.setAdditive(false);
        failures.addAppender(file);
        QUIETER.forEach((name, level) -> loggers.getLogger(name).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext loggers, Level from) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(loggers);
        console.setTarget("System.err");
        console.setEncoder(encoder(loggers, "%d{HH:mm:ss} %-5level %logger{0}: %msg%n%nopex"));
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(from.toString());
        threshold.start();
        console.addFilter(threshold);
        console.start();
        return console;
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext loggers, Path folder, String name) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(loggers);
        TimeBasedRollingPolicy<ILoggingEvent> daily = new TimeBasedRollingPolicy<>();
        daily.setContext(loggers);
        daily.setFileNamePattern(folder.resolve(name) + "-%d{yyyy-MM-dd}.log");
        daily.setMaxHistory(90);
        daily.setTotalSizeCap(FileSize.valueOf("1GB"));
        daily.setParent(file);
        daily.start();
        file.setRollingPolicy(daily);
        file.setEncoder(encoder(loggers, "time=%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} level=%level thread=\"%thread\""
                + " logger=%logger{40} message=\"%replace(%msg){'[\\r\\n\"]+', ' '}\"%n%ex"));
        file.start();
        return file;
    }

    private static PatternLayoutEncoder encoder(LoggerContext loggers, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }
}
