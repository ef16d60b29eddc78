package calltally.ingest.receiver;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Keep-alive connections, each sending one request after another.
 *
 * <p>A single thread serves all of them, as in pgbench, so that the processors are left to what is
 * measured.
 */
public final class Load {

  private final int port;
  private final int connections;
  private final LongFunction<byte[]> request;
  private final int status;

  /**
   * Prepares connections to a receiver on this machine.
   *
   * @param request the request with a given number
   * @param status the expected status of every answer
   */
  public Load(int port, int connections, LongFunction<byte[]> request, int status) {
    this.port = port;
    this.connections = connections;
    this.request = request;
    this.status = status;
  }

  /** Sends as many requests as possible for that many seconds. */
  public Result run(int seconds) throws IOException {
    return new Run(seconds, 0).result();
  }

  /** Sends at a fixed rate; each request is timed from when it was due. */
  public Result run(int seconds, int perSecond) throws IOException {
    return new Run(seconds, TimeUnit.SECONDS.toNanos(1) / perSecond).result();
  }

  /** A run of the load. */
  private final class Run {

    private final long start = System.nanoTime();
    private final long end;
    private final long pause;
    private final Selector selector = Selector.open();
    private final Deque<LoadConnection> idle = new ArrayDeque<>();
    private long[] taken = new long[1 << 20];
    private int answered;
    private long sent;
    private int wrong;

    private Run(int seconds, long pause) throws IOException {
      this.end = start + TimeUnit.SECONDS.toNanos(seconds);
      this.pause = pause;
    }

    private Result result() throws IOException {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      for (int connection = 0; connection < connections; connection++) {
        idle.add(LoadConnection.open(address, selector));
      }
      while (System.nanoTime() < end || idle.size() < connections) {
        send();
        selector.select(1);
        for (SelectionKey key : selector.selectedKeys()) {
          receive((LoadConnection) key.attachment());
        }
        selector.selectedKeys().clear();
      }
      for (LoadConnection connection : idle) {
        connection.close();
      }
      selector.close();
      long[] all = Arrays.copyOf(taken, answered);
      Arrays.sort(all);
      return new Result(all, wrong, (System.nanoTime() - start) / 1e9);
    }

    private void send() throws IOException {
      for (long now = System.nanoTime(); !idle.isEmpty() && due(now) <= now && now < end; ) {
        idle.remove().send(request.apply(sent), due(now));
        sent++;
        now = System.nanoTime();
      }
    }

    private long due(long now) {
      return pause == 0 ? now : start + sent * pause;
    }

    private void receive(LoadConnection connection) throws IOException {
      int answer;
      try {
        answer = connection.answer();
      } catch (EOFException e) {
        throw new IOException("the receiver has closed a connection", e);
      }
      if (answer == 0) {
        return;
      }
      wrong += answer == status ? 0 : 1;
      if (answered == taken.length) {
        taken = Arrays.copyOf(taken, 2 * answered);
      }
      taken[answered++] = System.nanoTime() - connection.begin();
      idle.add(connection);
    }
  }

  /**
   * The result of a run.
   *
   * @param nanos of each request, sorted
   * @param wrong answers with another status
   */
  public record Result(long[] nanos, int wrong, double seconds) {

    public double perSecond() {
      return nanos.length / seconds;
    }

    public double millis(double share) {
      return nanos.length == 0
          ? 0
          : nanos[(int) Math.min(nanos.length - 1, nanos.length * share)] / 1e6;
    }
  }
}
