package calltally.app.page;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Readers whose browsers ask for today's figures every twenty seconds, spread evenly: compressed,
 * and only if they have changed since the last time.
 */
final class PollingReaders implements AutoCloseable {

  private static final long MILLIS = 20_000;
  private static final int CHANGED = 200;
  private static final int NOT_MODIFIED = 304;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<PageReader, String> tags = new ConcurrentHashMap<>();
  private final List<Double> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());

  PollingReaders(List<PageReader> readers) {
    for (int reader = 0; reader < readers.size(); reader++) {
      PageReader polling = readers.get(reader);
      long first = reader * MILLIS / readers.size();
      timer.scheduleAtFixedRate(() -> poll(polling), first, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** The answer is awaited by another thread, so that a slow one delays nobody else's request. */
  private void poll(PageReader reader) {
    long start = System.nanoTime();
    reader
        .client()
        .sendAsync(request(reader), BodyHandlers.ofByteArray())
        .whenComplete(
            (answer, failure) -> {
              taken.add((System.nanoTime() - start) / 1e6);
              received(reader, answer);
            });
  }

  private HttpRequest request(PageReader reader) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(reader.request("/today/live"), (name, value) -> true)
            .header("Accept-Encoding", "gzip");
    String tag = tags.get(reader);
    return (tag == null ? request : request.header("If-None-Match", tag)).build();
  }

  private void received(PageReader reader, @Nullable HttpResponse<byte[]> answer) {
    statuses.add(answer == null ? 0 : answer.statusCode());
    if (answer != null && answer.statusCode() == CHANGED) {
      answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(reader, tag));
    }
  }

  /** Milliseconds of each answer so far. */
  List<Double> taken() {
    return List.copyOf(taken);
  }

  /** How many were answered with the page, which had changed. */
  long changed() {
    return List.copyOf(statuses).stream().filter(status -> status == CHANGED).count();
  }

  /** How many had no answer, or another than the page or that it has not changed. */
  long wrong() {
    return List.copyOf(statuses).stream()
        .filter(status -> status != CHANGED && status != NOT_MODIFIED)
        .count();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
