package calltally.ingest.receiver;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Camel's HTTP server with limits, which listens only once the routes exist.
 *
 * <p>Camel's own way of listening has no options except those of TLS.
 */
final class NotificationHttpServer extends VertxPlatformHttpServer {

  /** A request line: a URL of 8 KiB, with method and version. */
  private static final int LONGEST_LINE = (8 << 10) + 32;

  private static final int LONGEST_HEADERS = 16 << 10;
  private static final long SECONDS_TO_OPEN_OR_CLOSE = 5;

  private final VertxPlatformHttpServerConfiguration address;
  private @Nullable HttpServer server;
  private volatile boolean locked;

  NotificationHttpServer(VertxPlatformHttpServerConfiguration address) {
    super(address);
    this.address = address;
  }

  VertxPlatformHttpServerConfiguration address() {
    return address;
  }

  /** Starts listening; returns once requests are answered. */
  void open(RequestAdmission admission) throws Exception {
    VertxPlatformHttpRouter router = router();
    admission.open(getVertx());
    HttpServer opened =
        getVertx()
            .createHttpServer(options())
            .connectionHandler(admission::connect)
            .requestHandler(request -> admission.route(request, router));
    server = opened;
    opened
        .listen(address.getBindPort(), address.getBindHost())
        .toCompletionStage()
        .toCompletableFuture()
        .get(SECONDS_TO_OPEN_OR_CLOSE, TimeUnit.SECONDS);
  }

  private VertxPlatformHttpRouter router() {
    return VertxPlatformHttpRouter.lookup(
        getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(address.getPort()));
  }

  /** Admits no more requests: those under way are answered before the server stops. */
  void lock() {
    locked = true;
  }

  boolean isLocked() {
    return locked;
  }

  @Override
  public @Nullable HttpServer getServer() {
    return server;
  }

  @Override
  public int getPort() {
    return server == null ? 0 : server.actualPort();
  }

  /** Not yet: a request that arrives before its route would be answered with 404. */
  @Override
  protected void startServer() {}

  @Override
  protected void stopServer() {
    HttpServer opened = server;
    if (opened != null) {
      await(opened.close());
    }
  }

  /** Camel would do that on a thread that it creates only when it listens itself. */
  @Override
  protected void stopVertx() {
    Vertx running = getVertx();
    if (running != null) {
      await(running.close());
    }
  }

  private static void await(Future<Void> closed) {
    try {
      closed
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS_TO_OPEN_OR_CLOSE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing is decompressed, and there is only one protocol, for which all limits hold. */
  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(LONGEST_HEADERS)
        .setDecompressionSupported(false)
        .setHttp2ClearTextEnabled(false);
  }
}
