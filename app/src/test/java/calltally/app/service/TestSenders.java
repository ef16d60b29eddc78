package calltally.app.service;

import calltally.sql.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Simulated exchanges: call starts, each sent once with a timeout of two seconds. */
final class TestSenders {

  /** 500 a second in the profile {@code faults}; a build has less to give. */
  static final Duration USUAL = Duration.ofMillis(Long.getLong("faults.between", 5));

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final int[] ports;
  private volatile CountDownLatch awaited = new CountDownLatch(0);

  /** Begins to send some hundred a second to the ports in turn. */
  TestSenders(int... ports) {
    this(USUAL, ports);
  }

  /** Begins to send to the ports in turn, one at a time. */
  TestSenders(Duration between, int... ports) {
    this.ports = ports.clone();
    ScheduledFuture<?> unused =
        timer.scheduleAtFixedRate(this::send, 0, between.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The ids of all calls sent. */
  Set<String> sent() {
    return Set.copyOf(sent);
  }

  /** The ids answered with 200. */
  Set<String> answered() {
    return Set.copyOf(answered);
  }

  /** The ids answered otherwise or not in time, each with the reason. */
  Set<String> failed() {
    return Set.copyOf(failed);
  }

  /** Returns after that many more answers or failures. */
  void await(int more) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(more);
    awaited = latch;
    if (!latch.await(2, TimeUnit.MINUTES)) {
      throw new AssertionError("%d of %d are answered".formatted(more - latch.getCount(), more));
    }
  }

  /** Returns after the next failure. */
  void awaitFailure() throws InterruptedException {
    int before = failed.size();
    while (failed.size() == before) {
      await(1);
    }
  }

  /** Stops sending; returns when no request is pending. */
  void close() throws InterruptedException {
    timer.shutdown();
    if (!timer.awaitTermination(2, TimeUnit.MINUTES)) {
      throw new AssertionError("the timer goes on");
    }
    Eventually.until(() -> underWay.get() == 0);
  }

  private void send() {
    int next = number.incrementAndGet();
    String pbxId = "call-" + next;
    int port = ports[next % ports.length];
    URI address =
        URI.create(
            "http://127.0.0.1:%d/notify/%s?event=incoming_call_start&caller=%%2B375291112233"
                    .formatted(port, RunningService.TOKEN)
                + "&receiver=%2B375290000001&time=2026-11-20T06:00:00Z&pbx_id="
                + pbxId);
    sent.add(pbxId);
    underWay.incrementAndGet();
    CompletableFuture<?> unused =
        client
            .sendAsync(
                HttpRequest.newBuilder(address).timeout(TIMEOUT).build(), BodyHandlers.discarding())
            .whenComplete((response, failure) -> note(pbxId, response, failure));
  }

  private void note(String pbxId, HttpResponse<Void> response, Throwable failure) {
    if (response != null && response.statusCode() == 200) {
      answered.add(pbxId);
    } else {
      failed.add(pbxId + ": " + (response == null ? failure : response.statusCode()));
    }
    underWay.decrementAndGet();
    awaited.countDown();
  }
}
