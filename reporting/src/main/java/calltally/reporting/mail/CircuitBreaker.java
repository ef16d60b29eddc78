package calltally.reporting.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps mails from a server that does not work. After three outages in a row it permits no session
 * for a while, then a single one as a trial, and all others once the server replies.
 */
public final class CircuitBreaker {

  private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);
  private static final int OUTAGES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private final String server;
  private final InstantSource clock;
  private int outages;
  private Duration pause = Duration.ZERO;
  private Instant opened = Instant.MIN;
  private boolean isTried;

  CircuitBreaker(String server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /** A permit for one session, which must be closed; empty while none is given. */
  public synchronized Optional<Permit> tryAcquire() {
    if (!isReady()) {
      return Optional.empty();
    }
    isTried |= isOpen();
    return Optional.of(new Permit(isOpen()));
  }

  /** Whether a session would be permitted now. */
  public synchronized boolean isReady() {
    return !isOpen() || (!isTried && !isResting(clock.instant()));
  }

  /** Whether no session is permitted, except for a single one as a trial. */
  public synchronized boolean isOpen() {
    return !pause.isZero();
  }

  /** A clock that was set back must not prolong the pause. */
  private boolean isResting(Instant now) {
    return !now.isBefore(opened) && now.isBefore(opened.plus(pause));
  }

  private synchronized void ended(boolean isTrial, SendResult result) {
    if (!result.isOutage()) {
      close();
    } else if (isTrial || (!isOpen() && ++outages >= OUTAGES)) {
      open(result.answer());
    }
  }

  private void close() {
    if (isOpen()) {
      LOG.info("Mail server {} replies again", server);
    }
    outages = 0;
    pause = Duration.ZERO;
  }

  private void open(String reason) {
    Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    opened = clock.instant();
    LOG.warn("Mails wait until {}: {} does not work: {}", opened.plus(pause), server, reason);
  }

  private synchronized void endTrial() {
    isTried = false;
  }

  /** The right to one session. */
  public final class Permit implements AutoCloseable {

    private final boolean isTrial;

    private Permit(boolean isTrial) {
      this.isTrial = isTrial;
    }

    /** Records how the session ended, which decides whether further ones are permitted. */
    public void ended(SendResult result) {
      CircuitBreaker.this.ended(isTrial, result);
    }

    /** Lets another session be the trial, if this one was. */
    @Override
    public void close() {
      if (isTrial) {
        endTrial();
      }
    }
  }
}
