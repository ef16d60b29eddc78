package calltally.reporting.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that accepts every mail and keeps none, only its number and the recipients. */
public final class CountingServer implements AutoCloseable {

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<String> recipients = ConcurrentHashMap.newKeySet();
  private final AtomicInteger mails = new AtomicInteger();

  public CountingServer() throws IOException {
    start(this::accept);
  }

  /** The server as it is configured. */
  public MailServer address() {
    return new MailServer(
        socket.getInetAddress().getHostAddress(),
        socket.getLocalPort(),
        null,
        MailEncryption.NONE,
        MailTimeouts.DEFAULT,
        "bench.example.com");
  }

  /** How many mails it has accepted. */
  public int mails() {
    return mails.get();
  }

  /** How many different recipients they had. */
  public int recipients() {
    return recipients.size();
  }

  /** Waits until it has accepted so many; returns whether it has. */
  public boolean await(int expected, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (mails.get() < expected && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return mails.get() >= expected;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "counting mail server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
      return;
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
      OutputStream out = client.getOutputStream();
      reply(out, "220 bench");
      String line = lines.readLine();
      while (line != null) {
        reply(out, answer(line, lines, out));
        line = lines.readLine();
      }
    } catch (IOException e) {
      // The client has gone.
      return;
    }
  }

  private String answer(String line, BufferedReader lines, OutputStream out) throws IOException {
    if (line.startsWith("RCPT")) {
      recipients.add(line);
    } else if (line.startsWith("DATA")) {
      reply(out, "354 go on");
      String content = lines.readLine();
      while (content != null && !content.equals(".")) {
        content = lines.readLine();
      }
      mails.incrementAndGet();
    }
    return line.startsWith("QUIT") ? "221 bye" : "250 ok";
  }

  private static void reply(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
