package calltally.ingest.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set. */
public final class SettableClock implements InstantSource {

  private volatile Instant now;

  public SettableClock(String now) {
    this.now = Instant.parse(now);
  }

  public void goForward(Duration duration) {
    now = instant().plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
