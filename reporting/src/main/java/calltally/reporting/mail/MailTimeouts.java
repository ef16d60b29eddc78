package calltally.reporting.mail;

import java.time.Duration;

/**
 * How long a mail server is waited for.
 *
 * @param connecting for the connection
 * @param answering for each of its answers, and for it to take what is written
 * @param whole for all of it together, however slowly it goes on
 */
public record MailTimeouts(Duration connecting, Duration answering, Duration whole) {

  /** Enough for a server that looks for spam before it answers, and for a large mail uphill. */
  public static final MailTimeouts USUAL =
      new MailTimeouts(Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofMinutes(8));
}
