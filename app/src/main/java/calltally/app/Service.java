package calltally.app;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.Http;
import calltally.ingest.metrics.Counters;
import calltally.ingest.receiver.Receiver;
import calltally.ingest.receiver.ReceiverSettings;
import calltally.ingest.spool.SpoolSettings;
import calltally.sql.DatabaseRole;
import java.net.URI;
import java.time.InstantSource;

/** Receives notifications until it is closed. */
final class Service implements AutoCloseable {

  private static final String EVERY_ADDRESS = "0.0.0.0";

  private final Http http;
  private final IngestPool pool;
  private final Receiver receiver;

  private Service(Http http, IngestPool pool, Receiver receiver) {
    this.http = http;
    this.pool = pool;
    this.receiver = receiver;
  }

  /** Receives into a database that is prepared. */
  static Service start(Setup setup, CallDatabase database, InstantSource clock, Counters counters) {
    IngestPool pool = IngestPool.open(database.login(DatabaseRole.INGEST));
    return start(setup, pool, clock, counters);
  }

  /** Receives into the pool, which need not be open yet; closes it at the end. */
  static Service start(Setup setup, IngestPool pool, InstantSource clock, Counters counters) {
    Http http = setup.configuration().http();
    try {
      ReceiverSettings settings =
          new ReceiverSettings(
              http.host(),
              http.port(),
              http.requestsPerSecond(),
              http.trustedProxies(),
              http.metricsAllow(),
              spool(setup.configuration()),
              new ConfiguredSources(setup).expected());
      return new Service(http, pool, Receiver.start(settings, pool, clock, counters));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Where it keeps what the database does not take. */
  static SpoolSettings spool(Configuration configuration) {
    return new SpoolSettings(configuration.data().resolve("spool"), configuration.spool().size());
  }

  /** Where it listens, as a program on this machine sees it. */
  URI address() {
    String host = http.host().equals(EVERY_ADDRESS) ? "127.0.0.1" : http.host();
    return URI.create("http://%s:%d".formatted(host, receiver.port()));
  }

  /** Where the exchange sends the notifications of the source that has the token. */
  URI address(String token) {
    return address().resolve("/notify/" + token);
  }

  @Override
  public void close() {
    receiver.close();
    pool.close();
  }
}
