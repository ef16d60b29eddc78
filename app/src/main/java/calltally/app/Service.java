package calltally.app;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.Http;
import calltally.ingest.metrics.Counters;
import calltally.ingest.receiver.Receiver;
import calltally.ingest.receiver.ReceiverSettings;
import calltally.ingest.spool.SpoolSettings;
import calltally.sql.DatabaseRole;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.InstantSource;

/** Receives notifications until it is closed. */
final class Service implements AutoCloseable {

  private static final String EVERY_ADDRESS = "0.0.0.0";

  private final Http http;
  private final HikariDataSource pool;
  private final Receiver receiver;

  private Service(Http http, HikariDataSource pool, Receiver receiver) {
    this.http = http;
    this.pool = pool;
    this.receiver = receiver;
  }

  static Service start(Setup setup, CallDatabase database, InstantSource clock, Counters counters) {
    Http http = setup.configuration().http();
    HikariDataSource pool = IngestPool.open(database.login(DatabaseRole.INGEST));
    try {
      ReceiverSettings settings =
          new ReceiverSettings(
              http.host(),
              http.port(),
              http.requestsPerSecond(),
              http.trustedProxies(),
              http.metricsAllow(),
              spool(setup.configuration()));
      return new Service(http, pool, Receiver.start(settings, pool, clock, counters));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static SpoolSettings spool(Configuration configuration) {
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
