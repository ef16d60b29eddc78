package calltally.app.service;

import calltally.app.configuration.HttpEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.ConfiguredSources;
import calltally.app.database.IngestPool;
import calltally.app.database.ResolvedSettings;
import calltally.ingest.metrics.Counters;
import calltally.ingest.receiver.Receiver;
import calltally.ingest.receiver.ReceiverSettings;
import calltally.sql.DatabaseRole;
import java.net.URI;
import java.time.InstantSource;

/** The HTTP receiver of a service, with its pool of connections. */
public final class ReceiverService implements AutoCloseable {

  private static final String EVERY_ADDRESS = "0.0.0.0";

  private final HttpEntry http;
  private final IngestPool pool;
  private final Receiver receiver;

  private ReceiverService(HttpEntry http, IngestPool pool, Receiver receiver) {
    this.http = http;
    this.pool = pool;
    this.receiver = receiver;
  }

  /** Starts receiving into a prepared database. */
  public static ReceiverService start(
      ResolvedSettings settings, CallDatabase database, InstantSource clock, Counters counters) {
    IngestPool pool = IngestPool.open(database.login(DatabaseRole.INGEST));
    return start(settings, pool, clock, counters, new TaskHealth(clock, counters));
  }

  /** Starts receiving into a pool that need not be open yet, and closes it at the end. */
  public static ReceiverService start(
      ResolvedSettings settings,
      IngestPool pool,
      InstantSource clock,
      Counters counters,
      TaskHealth health) {
    HttpEntry http = settings.configuration().http();
    try {
      return new ReceiverService(
          http, pool, Receiver.start(receiver(settings), pool, clock, counters, health::late));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static ReceiverSettings receiver(ResolvedSettings settings) {
    HttpEntry http = settings.configuration().http();
    return new ReceiverSettings(
        http.host(),
        http.port(),
        http.requestsPerSecond(),
        http.trustedProxies(),
        http.metricsAllow(),
        settings.configuration().spool(),
        new ConfiguredSources(settings).expected());
  }

  /** The address for programs on this machine. */
  public URI address() {
    String host = http.host().equals(EVERY_ADDRESS) ? "127.0.0.1" : http.host();
    return URI.create("http://%s:%d".formatted(host, receiver.port()));
  }

  /** The address to which the exchange sends notifications with the token. */
  public URI address(String token) {
    return address().resolve("/notify/" + token);
  }

  @Override
  public void close() {
    receiver.close();
    pool.close();
  }
}
