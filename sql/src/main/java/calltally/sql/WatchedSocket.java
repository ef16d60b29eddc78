package calltally.sql;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A socket that knows how long its reader or writer has been waiting, counted in checks. */
final class WatchedSocket extends Socket {

  /** Odd while a thread waits. */
  private final AtomicLong reads = new AtomicLong();

  private final AtomicLong writes = new AtomicLong();

  /** As of the last check. */
  private long readsBefore;

  private long writesBefore;
  private int silentChecks;
  private volatile boolean isGivenUp;

  /** Whether a thread has waited since the last check for the same bytes. */
  boolean isStillWaiting() {
    long reading = reads.get();
    long writing = writes.get();
    boolean isWaiting =
        (isOdd(reading) && reading == readsBefore) || (isOdd(writing) && writing == writesBefore);
    readsBefore = reading;
    writesBefore = writing;
    silentChecks = isWaiting ? silentChecks : 0;
    return isWaiting;
  }

  /** Notes a check that the server answered. */
  void answered() {
    silentChecks = 0;
  }

  /** Notes a check that the server did not answer; closes the socket after so many in a row. */
  void unanswered(int most) throws IOException {
    silentChecks++;
    if (silentChecks >= most) {
      isGivenUp = true;
      close();
    }
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        return waiting(reads, super::read);
      }

      @Override
      public int read(byte[] bytes, int offset, int count) throws IOException {
        return waiting(reads, () -> super.read(bytes, offset, count));
      }
    };
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    OutputStream socket = super.getOutputStream();
    return new FilterOutputStream(socket) {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        var unused =
            waiting(
                writes,
                () -> {
                  socket.write(bytes, offset, count);
                  return count;
                });
      }
    };
  }

  private int waiting(AtomicLong calls, Transfer transfer) throws IOException {
    calls.incrementAndGet();
    try {
      return transfer.run();
    } catch (IOException e) {
      throw isGivenUp
          ? new IOException("the database must answer (was silent for a minute)", e)
          : e;
    } finally {
      calls.incrementAndGet();
    }
  }

  private static boolean isOdd(long number) {
    return (number & 1) == 1;
  }

  /** Reads or writes bytes. */
  private interface Transfer {
    int run() throws IOException;
  }
}
