package calltally.reporting.mail;

import java.time.Duration;

/**
 * How long to wait for a mail server.
 *
 * @param connecting for the connection
 * @param answering for each of its replies, and for it to accept what is written
 * @param whole for the whole session, however slowly it proceeds
 */
public record MailTimeouts(Duration connecting, Duration answering, Duration whole) {

  /**
   * Long enough for a server that filters spam before it replies, and for a large mail on a slow
   * uplink.
   */
  public static final MailTimeouts DEFAULT =
      new MailTimeouts(Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofMinutes(8));
}
