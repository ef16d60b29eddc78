package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** Connections that stay open, each with one request after the other. */
final class Load {

  private final int port;
  private final int connections;
  private final LongFunction<String> request;
  private final int status;

  /** Requests by their number, each of which has to be answered with the status. */
  Load(int port, int connections, LongFunction<String> request, int status) {
    this.port = port;
    this.connections = connections;
    this.request = request;
    this.status = status;
  }

  /** As many as can be, or so many a second, for as long. */
  Result run(int seconds, int perSecond) throws InterruptedException {
    AtomicLong number = new AtomicLong();
    AtomicInteger wrong = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    long[][] latencies = new long[connections][];
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    for (int connection = 0; connection < connections; connection++) {
      int own = connection;
      threads.execute(
          () -> {
            long[] taken = new long[1 << 16];
            int count = 0;
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
              socket.setTcpNoDelay(true);
              InputStream in = new BufferedInputStream(socket.getInputStream());
              for (long next = number.getAndIncrement(); ; next = number.getAndIncrement()) {
                long due = perSecond == 0 ? System.nanoTime() : start + next * (1_000_000_000L / perSecond);
                LockSupport.parkNanos(due - System.nanoTime());
                if (System.nanoTime() > end) {
                  break;
                }
                long begin = perSecond == 0 ? System.nanoTime() : due;
                socket.getOutputStream().write(request.apply(next).getBytes(ISO_8859_1));
                if (answer(in) != status) {
                  wrong.incrementAndGet();
                }
                if (count == taken.length) {
                  taken = Arrays.copyOf(taken, 2 * count);
                }
                taken[count++] = System.nanoTime() - begin;
              }
            } catch (IOException e) {
              wrong.incrementAndGet();
            }
            latencies[own] = Arrays.copyOf(taken, count);
          });
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.HOURS);
    long[] all = Arrays.stream(latencies).flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(all, wrong.get(), (System.nanoTime() - start) / 1e9);
  }

  private static int answer(InputStream in) throws IOException {
    int status = 0;
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith("HTTP/1.1 ")) {
        status = Integer.parseInt(line.substring(9, 12));
      } else if (line.regionMatches(true, 0, "content-length: ", 0, 16)) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    in.skipNBytes(length);
    return status;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /**
   * What came of it.
   *
   * @param nanos of each request, sorted
   * @param wrong answers, also those that did not come
   */
  record Result(long[] nanos, int wrong, double seconds) {

    double perSecond() {
      return nanos.length / seconds;
    }

    double millis(double share) {
      return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * share)] / 1e6;
    }
  }
}
