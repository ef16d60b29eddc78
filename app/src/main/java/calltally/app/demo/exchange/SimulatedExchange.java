package calltally.app.demo.exchange;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Sends deliveries to a receiver over HTTP the way the exchange does: several at a time, two
 * seconds for an answer, no repetitions.
 */
public final class SimulatedExchange {

  private static final int IN_FLIGHT = 16;
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(2);

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_PATIENCE)
          .build();

  /**
   * @param address of the receiver, with the token of the source: {@code http://host:port/notify/…}
   */
  public SimulatedExchange(URI address) {
    this.address = address;
  }

  /**
   * Sends everything and waits for the last answer.
   *
   * <p>Sending starts in the order given; up to sixteen deliveries overtake each other.
   */
  public PostingTotals post(Stream<WebhookDelivery> deliveries, PostingListener listener)
      throws InterruptedException {
    PostingCount count = new PostingCount(listener);
    Semaphore free = new Semaphore(IN_FLIGHT);
    // On two processors the client starts a thread for the answer to each asynchronous request.
    ExecutorService senders = Executors.newFixedThreadPool(IN_FLIGHT);
    try {
      for (Iterator<WebhookDelivery> each = deliveries.iterator(); each.hasNext(); ) {
        HttpRequest request = WebhookRequest.of(each.next(), address);
        free.acquire();
        senders.execute(() -> send(request, count, free));
      }
      free.acquire(IN_FLIGHT);
      return count.totals();
    } finally {
      senders.shutdownNow();
    }
  }

  /**
   * Sends one request after the other.
   *
   * @param requests each is asked for when the one before was answered
   */
  public PostingTotals postInTurn(Iterator<HttpRequest> requests, PostingListener listener)
      throws InterruptedException {
    PostingCount count = new PostingCount(listener);
    while (requests.hasNext()) {
      send(requests.next(), count);
    }
    return count.totals();
  }

  private void send(HttpRequest request, PostingCount count, Semaphore free) {
    try {
      send(request, count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  private void send(HttpRequest request, PostingCount count) throws InterruptedException {
    try {
      count.answered(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      count.failed();
    }
  }
}
