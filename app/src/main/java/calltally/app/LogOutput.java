package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/**
 * The log: what calltally and its libraries tell on stderr, as text or as one JSON object for each
 * line. Configured here, as reading Logback's XML would take a fifth of a short command's time.
 */
final class LogOutput {

  /** What was sent must not begin a line of its own. */
  private static final String PATTERN =
      "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{0} %replace(%msg){'[\\r\\n]+', ' '}%n";

  private LogOutput() {}

  /** Starts it; a configuration of Logback's that was asked for stays. */
  static void start(String format) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    if (System.getProperty("logback.configurationFile") == null) {
      context.reset();
      levels(context);
      context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender(context, format));
    }
  }

  private static void levels(LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    // serve lets calltally say more.
    context.getLogger("calltally").setLevel(Level.WARN);
    // Would tell every path that a stranger gets wrong, with a stack trace.
    context.getLogger("io.vertx.ext.web.RoutingContext").setLevel(Level.OFF);
    // Warns of what its free PDF library lacks.
    context.getLogger("net.sf.jasperreports").setLevel(Level.ERROR);
    // Prints a stack trace for each font; the report that lacks it fails and says why.
    context
        .getLogger("net.sf.jasperreports.engine.fonts.SimpleFontExtensionHelper")
        .setLevel(Level.OFF);
  }

  private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context, String format) {
    Encoder<ILoggingEvent> encoder = format.equals("json") ? json() : text();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> text() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setCharset(UTF_8);
    encoder.setPattern(PATTERN);
    return encoder;
  }

  private static Encoder<ILoggingEvent> json() {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setWithMessage(false);
    encoder.setWithFormattedMessage(true);
    encoder.setWithArguments(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithContext(false);
    return encoder;
  }
}
