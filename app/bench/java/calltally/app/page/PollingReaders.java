package calltally.app.page;

import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Readers whose browsers ask for today's figures every twenty seconds, spread evenly. */
final class PollingReaders implements AutoCloseable {

  private static final long MILLIS = 20_000;

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final List<Double> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> wrong = Collections.synchronizedList(new ArrayList<>());

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
        .sendAsync(reader.request("/today/live"), BodyHandlers.ofString())
        .whenComplete(
            (answer, failure) -> {
              taken.add((System.nanoTime() - start) / 1e6);
              if (failure != null || answer.statusCode() != 200) {
                wrong.add(failure == null ? answer.statusCode() : 0);
              }
            });
  }

  /** Milliseconds of each answer so far. */
  List<Double> taken() {
    return List.copyOf(taken);
  }

  /** Statuses other than 200. */
  List<Integer> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
