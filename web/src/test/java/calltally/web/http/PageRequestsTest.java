package calltally.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits of all answers, on a real server. */
final class PageRequestsTest {

  private static final int MEBIBYTE = 1 << 20;
  private static final int WORKERS = 4;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void an_answer_longer_than_a_mebibyte_is_not_sent() throws Exception {
    Routes routes =
        new Routes()
            .get("/longest", request -> PageReply.html(200, "x".repeat(MEBIBYTE)))
            .get("/too/long", request -> PageReply.html(200, "x".repeat(MEBIBYTE + 1)));
    try (PageHttpServer server = start(routes)) {
      assertThat(get(server, "/longest").join().body()).hasSize(MEBIBYTE);
      HttpResponse<String> tooLong = get(server, "/too/long").join();
      assertThat(tooLong.statusCode()).isEqualTo(500);
      assertThat(tooLong.body()).isEmpty();
    }
  }

  @Test
  void four_pages_are_made_at_once() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier four = new CyclicBarrier(WORKERS);
    Routes routes =
        new Routes()
            .get(
                "/page",
                request -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  await(four);
                  running.decrementAndGet();
                  return PageReply.html(200, "");
                });
    try (PageHttpServer server = start(routes)) {
      List<CompletableFuture<HttpResponse<String>>> answers =
          IntStream.range(0, 3 * WORKERS).mapToObj(request -> get(server, "/page")).toList();

      assertThat(answers).allMatch(answer -> answer.join().statusCode() == 200);
      assertThat(most).hasValue(WORKERS);
    }
  }

  private static void await(CyclicBarrier others) {
    try {
      others.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PageHttpServer start(Routes routes) {
    RequestRate rate = new RequestRate(100, () -> Instant.EPOCH);
    return PageHttpServer.start(
        "127.0.0.1", 0, new PageRequests(routes, rate, address -> false, PageWatch.NONE));
  }

  private CompletableFuture<HttpResponse<String>> get(PageHttpServer server, String path) {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path);
    return client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
