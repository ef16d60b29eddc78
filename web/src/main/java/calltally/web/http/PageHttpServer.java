package calltally.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The listener of the page, with its own threads and limits. */
public final class PageHttpServer implements AutoCloseable {

  private static final int LONGEST_LINE = 4 << 10;
  private static final int LONGEST_HEADERS = 8 << 10;
  private static final int IDLE_SECONDS = 75;
  private static final long SECONDS_TO_OPEN_OR_CLOSE = 5;

  private final Vertx vertx;
  private final HttpServer server;

  private PageHttpServer(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /** Starts listening; returns once requests are answered. */
  public static PageHttpServer start(String host, int port, PageRequests requests) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxInitialLineLength(LONGEST_LINE)
                    .setMaxHeaderSize(LONGEST_HEADERS)
                    .setIdleTimeout(IDLE_SECONDS)
                    .setCompressionSupported(true)
                    // It would compress once more what is compressed already.
                    .setHttp2ClearTextEnabled(false))
            .requestHandler(requests.on(vertx));
    try {
      server
          .listen(port, host)
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS_TO_OPEN_OR_CLOSE, TimeUnit.SECONDS);
      return new PageHttpServer(vertx, server);
    } catch (ExecutionException | TimeoutException e) {
      vertx.close();
      throw new CompletionException(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      vertx.close();
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  public int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS_TO_OPEN_OR_CLOSE, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
