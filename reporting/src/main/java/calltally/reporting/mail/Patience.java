package calltally.reporting.mail;

import java.time.Duration;

/**
 * How long a mail server is waited for.
 *
 * @param connecting for the connection
 * @param answering for each of its answers, and for it to take what is written
 */
public record Patience(Duration connecting, Duration answering) {

  /** Enough for a server that looks for spam before it answers. */
  public static final Patience USUAL = new Patience(Duration.ofSeconds(15), Duration.ofMinutes(2));
}
