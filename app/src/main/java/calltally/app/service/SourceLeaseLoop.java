package calltally.app.service;

import calltally.sql.settings.SourceLease;
import java.time.Duration;

/** Keeps the lease of a service's sources while the service runs. */
public final class SourceLeaseLoop implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(500);

  private final TaskThread thread = new TaskThread("source lease", CLOSE_TIMEOUT);
  private final SourceLease lease;

  private SourceLeaseLoop(SourceLease lease) {
    this.lease = lease;
  }

  /** Renews the lease until it is closed, and ends it then. */
  public static SourceLeaseLoop start(SourceLease lease, TaskHealth health) {
    SourceLeaseLoop loop = new SourceLeaseLoop(lease);
    loop.thread.repeat(PAUSE, new RepeatingTask("lease of the sources", lease::renew, health));
    return loop;
  }

  @Override
  public void close() {
    thread.close();
    lease.close();
  }
}
