package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Requests from strangers that imitate log lines, headers and fields. */
final class InjectionTest {

  private static final String FORGED = "forged-by-a-stranger";

  private final RunningReceiver server = new RunningReceiver();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger ours = (Logger) LoggerFactory.getLogger("calltally");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    ours.setLevel(Level.DEBUG);
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void stop() {
    root.detachAppender(log);
    ours.setLevel(null);
    server.close();
  }

  @Test
  void line_breaks_reach_neither_the_log_nor_the_answer() throws Exception {
    for (String head :
        List.of(
            "GET /notify/%0d%0a" + FORGED + "?event=test HTTP/1.1",
            "GET /%0d%0a" + FORGED + " HTTP/1.1",
            "GET /notify/x\r\n" + FORGED + ": y HTTP/1.1",
            "GET " + NOTIFY + "?event=%0d%0a" + FORGED + " HTTP/1.1",
            "GET /" + FORGED + "%zz HTTP/1.1",
            "GET " + NOTIFY + "?event=test HTTP/1.1\r\nX-Forwarded-For: 1\r\n " + FORGED,
            "GET " + NOTIFY + "?event=test HTTP/1.1\r\nContent-Type: a\r\n\t" + FORGED,
            "GET " + NOTIFY + "?event=test HTTP/1.1\r\nX-Webhook-Signature: \n" + FORGED + ": x",
            FORGED + " " + NOTIFY + "?event=test HTTP/1.1")) {
      String answer = server.raw().exchange(head + "\r\nHost: a\r\nConnection: close\r\n\r\n");

      assertThat(answer).as(head).startsWith("HTTP/1.").doesNotContain(FORGED);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(message -> message.contains(FORGED) || message.contains("\n"));
  }

  @Test
  void a_proxy_header_is_believed_from_trusted_proxies_only() throws Exception {
    String head = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n";

    assertThat(server.raw().exchange("GET /metrics" + head)).startsWith("HTTP/1.1 404");
    assertThat(server.raw().exchange("GET " + NOTIFY + "?event=test" + head))
        .startsWith("HTTP/1.1 200");
  }
}
