package calltally.app.conformance;

import java.time.Instant;
import java.time.InstantSource;

/** The receiver's clock, as the requests say. */
final class ScriptClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant time) {
    now = time;
  }
}
