package calltally.app.demo.exchange;

import java.time.Duration;
import java.time.Instant;

/** A manager's part of the talk of an incoming call. */
record SimulatedTalk(String manager, Instant from, Instant until) {

  Duration length() {
    return Duration.between(from, until);
  }
}
