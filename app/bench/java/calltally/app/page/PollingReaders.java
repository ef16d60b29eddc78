package calltally.app.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Readers who ask for today's figures every twenty seconds, spread evenly. */
final class PollingReaders implements AutoCloseable {

  private static final long MILLIS = 20_000;

  /** So many answers may be slow before one of them delays somebody else's request. */
  private static final int THREADS = 8;

  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS);
  private final List<PollingReader> readers;
  private final List<Double> taken = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());

  PollingReaders(List<PollingReader> readers) {
    this.readers = readers;
    for (int reader = 0; reader < readers.size(); reader++) {
      PollingReader polling = readers.get(reader);
      long first = reader * MILLIS / readers.size();
      timer.scheduleAtFixedRate(() -> poll(polling), first, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void poll(PollingReader reader) {
    long start = System.nanoTime();
    int status;
    try {
      status = reader.poll();
    } catch (IOException e) {
      status = 0;
    }
    taken.add((System.nanoTime() - start) / 1e6);
    statuses.add(status);
  }

  /** Milliseconds of each answer so far. */
  List<Double> taken() {
    return List.copyOf(taken);
  }

  /** How many were answered with the page, which had changed. */
  long changed() {
    return List.copyOf(statuses).stream().filter(status -> status == PollingReader.CHANGED).count();
  }

  /** How many had no answer, or another than the page or that it has not changed. */
  long wrong() {
    return List.copyOf(statuses).stream()
        .filter(status -> status != PollingReader.CHANGED && status != PollingReader.NOT_MODIFIED)
        .count();
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    for (PollingReader reader : readers) {
      reader.hangUp();
    }
  }
}
