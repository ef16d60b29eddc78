package calltally.ingest.receiver;

import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.journal.Bounds;
import calltally.ingest.metrics.Counters;
import calltally.ingest.testing.IngestDatabase;
import calltally.ingest.testing.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ConcurrentSendersTest {

  private static final String JOURNAL = "journal.notification";
  private static final int SENDERS = 64;

  private final IngestDatabase database = new IngestDatabase();
  private final SettableClock clock = new SettableClock("2026-11-20T06:00:01Z");
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private Receiver receiver = start(new Bounds(1000, 1 << 20));

  @AfterEach
  void stop() {
    receiver.close();
    threads.shutdown();
    database.close();
  }

  @Test
  void every_request_answered_200_is_stored_once() throws Exception {
    run(
        sender -> {
          for (int number = 0; number < 10; number++) {
            String own = sender + "-" + number;
            send(own);
            send(own);
            send("common-" + number);
          }
        });

    assertThat(stored).isNotEmpty();
    assertThat(messages()).doesNotHaveDuplicates().containsAll(stored);
  }

  @Test
  void every_request_answered_200_during_a_stop_is_stored() throws Exception {
    CountDownLatch underWay = new CountDownLatch(SENDERS);
    Future<?> stop =
        threads.submit(
            () -> {
              underWay.await();
              receiver.close();
              return null;
            });

    run(
        sender -> {
          int number = 0;
          do {
            underWay.countDown();
          } while (isStored(sender + "-" + number++));
        });
    stop.get(60, SECONDS);

    assertThat(messages()).doesNotHaveDuplicates().containsAll(stored);
  }

  @Test
  void requests_not_confirmed_in_time_are_stored_once() throws Exception {
    database.whileLocked(
        JOURNAL,
        () -> {
          CompletableFuture<HttpResponse<String>> first = sendAsync("first");
          database.awaitBlockedStatement();
          List<CompletableFuture<HttpResponse<String>>> answers =
              IntStream.range(0, 20).mapToObj(number -> sendAsync("later-" + number)).toList();
          answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
          assertThat(first.join().statusCode()).isEqualTo(200);
        });

    database.awaitRow("select count(*) from journal.notification", "21");
    receiver.close();
    assertThat(messages()).hasSize(21).doesNotHaveDuplicates();
    assertThat(database.count("journal.duplicate")).isZero();
  }

  @Test
  void requests_beyond_a_full_queue_are_spooled() throws Exception {
    receiver.close();
    receiver = start(new Bounds(1, 1 << 20));

    database.whileLocked(
        JOURNAL,
        () -> {
          CompletableFuture<HttpResponse<String>> first = sendAsync("first");
          database.awaitBlockedStatement();
          CompletableFuture<HttpResponse<String>> second = sendAsync("second");
          CompletableFuture<HttpResponse<String>> third = sendAsync("third");
          assertThat(first.join().statusCode()).isEqualTo(200);
          assertThat(second.join().statusCode()).isEqualTo(200);
          assertThat(third.join().statusCode()).isEqualTo(200);
        });

    database.awaitRow("select count(*) from journal.notification", "3");
  }

  private Receiver start(Bounds queue) {
    return Receiver.start(
        database.receiver(), database.ingest(), clock, new Counters(), List::of, queue);
  }

  private void run(RequestSender sender) throws Exception {
    List<Callable<Void>> senders =
        IntStream.range(0, SENDERS)
            .mapToObj(
                number ->
                    (Callable<Void>)
                        () -> {
                          sender.run(number);
                          return null;
                        })
            .toList();
    for (Future<Void> result : threads.invokeAll(senders)) {
      result.get();
    }
  }

  private void send(String message) {
    boolean unused = isStored(message);
  }

  private boolean isStored(String message) {
    try {
      boolean isStored = client.send(request(message), BodyHandlers.ofString()).statusCode() == 200;
      if (isStored) {
        stored.add(message);
      }
      return isStored;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<HttpResponse<String>> sendAsync(String message) {
    return client.sendAsync(request(message), BodyHandlers.ofString());
  }

  private HttpRequest request(String message) {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/notify/%s?event=test&message=%s"
                .formatted(receiver.port(), TOKEN, message));
    return HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(1)).build();
  }

  private List<String> messages() {
    return database
        .sql()
        .fetch("select fields ->> 'message' from journal.notification")
        .getValues(0, String.class);
  }

  /** One of many concurrent senders. */
  @FunctionalInterface
  private interface RequestSender {

    void run(int number);
  }
}
