package calltally.app;

import calltally.app.configuration.Http;
import calltally.ingest.receiver.Receiver;
import calltally.ingest.receiver.ReceiverSettings;
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

  static Service start(Setup setup, CallDatabase database, InstantSource clock) {
    Http http = setup.configuration().http();
    HikariDataSource pool = IngestPool.open(database.address());
    try {
      ReceiverSettings settings = new ReceiverSettings(http.host(), http.port());
      return new Service(http, pool, Receiver.start(settings, pool, clock));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Where the exchange sends the notifications of the source that has the token. */
  URI address(String token) {
    String host = http.host().equals(EVERY_ADDRESS) ? "127.0.0.1" : http.host();
    return URI.create("http://%s:%d/notify/%s".formatted(host, receiver.port(), token));
  }

  @Override
  public void close() {
    receiver.close();
    pool.close();
  }
}
