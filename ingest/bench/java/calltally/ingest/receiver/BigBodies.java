package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Connections that post one body of the greatest length after another.
 *
 * <p>They are in a process of low priority, as senders are on other machines.
 */
final class BigBodies implements AutoCloseable {

  private static final int LENGTH = 1 << 20;
  private static final int CHUNK = 1 << 14;

  /** Slow bodies just arrive in time: 64 chunks in half a second. */
  private static final long MILLIS_BETWEEN_CHUNKS = 7;

  private final Process process;

  private BigBodies(Process process) {
    this.process = process;
  }

  /** Starts sending. */
  static BigBodies start(int port, String token, int connections, boolean areSlow)
      throws IOException {
    return new BigBodies(
        new ProcessBuilder(
                "nice",
                "-n",
                "19",
                "java",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BigBodies.class.getName(),
                String.valueOf(port),
                token,
                String.valueOf(connections),
                String.valueOf(areSlow))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Stops sending; returns how often each answer came. */
  String end() throws IOException {
    process.outputWriter().close();
    return process.inputReader().readLine();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Sends until its input ends; then prints the answers. */
  public static void main(String[] arguments) throws IOException {
    Sender sender =
        new Sender(
            Integer.parseInt(arguments[0]), arguments[1], Boolean.parseBoolean(arguments[3]));
    for (int number = 0; number < Integer.parseInt(arguments[2]); number++) {
      Thread thread = new Thread(sender::send);
      thread.setDaemon(true);
      thread.start();
    }
    while (System.in.read() >= 0) {}
    System.out.println(sender.answers);
  }

  /** What all connections share. */
  private static final class Sender {

    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();
    private final AtomicLong sent = new AtomicLong(System.nanoTime());
    private final byte[] text = text();
    private final int port;
    private final byte[] head;
    private final boolean isSlow;

    private Sender(int port, String token, boolean isSlow) {
      this.port = port;
      this.isSlow = isSlow;
      String request = "POST /notify/%s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\n%s: %d\r\n\r\n";
      String type = "application/x-www-form-urlencoded";
      head = request.formatted(token, type, "Content-Length", LENGTH).getBytes(ISO_8859_1);
    }

    private void send() {
      byte[] body = text.clone();
      while (true) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          while (true) {
            count(answer(socket, body));
          }
        } catch (IOException e) {
          count(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    private void count(String answer) {
      answers.merge(answer, 1, Integer::sum);
    }

    private String answer(Socket socket, byte[] body) throws IOException, InterruptedException {
      byte[] start =
          "event=test&n=%d&message=".formatted(sent.incrementAndGet()).getBytes(ISO_8859_1);
      System.arraycopy(start, 0, body, 0, start.length);
      OutputStream out = socket.getOutputStream();
      out.write(head);
      for (int chunk = 0; chunk < body.length; chunk += CHUNK) {
        out.write(body, chunk, CHUNK);
        if (isSlow) {
          TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_CHUNKS);
        }
      }
      return status(socket.getInputStream());
    }

    private static String status(InputStream in) throws IOException {
      byte[] answer = new byte[4096];
      if (in.read(answer) < 12) {
        throw new IOException("the receiver has closed a connection");
      }
      return new String(answer, 9, 3, ISO_8859_1);
    }

    /** Letters that PostgreSQL cannot compress much. */
    private static byte[] text() {
      Random random = new Random(1);
      byte[] text = new byte[LENGTH];
      for (int position = 0; position < LENGTH; position++) {
        int letter = random.nextInt(52);
        text[position] = (byte) (letter < 26 ? 'A' + letter : 'a' + letter - 26);
      }
      return text;
    }
  }
}
