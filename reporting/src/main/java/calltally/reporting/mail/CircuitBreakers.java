package calltally.reporting.mail;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The circuit breaker of each mail server, by host and port. */
public final class CircuitBreakers {

  private final InstantSource clock;
  private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

  public CircuitBreakers(InstantSource clock) {
    this.clock = clock;
  }

  /** The circuit breaker of the server, always the same one. */
  public CircuitBreaker of(MailServer server) {
    return breakers.computeIfAbsent(
        server.toString(), address -> new CircuitBreaker(address, clock));
  }
}
