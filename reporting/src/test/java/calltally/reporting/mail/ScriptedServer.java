package calltally.reporting.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that replies as a test's script says, in any number of sessions at once; without a
 * script it accepts everything.
 */
public final class ScriptedServer implements AutoCloseable {

  /** Ends the session instead of replying. */
  public static final String DROP = "drop";

  /** Does not reply until the client has disconnected. */
  public static final String HANG = "hang";

  /** Sends a letter every few milliseconds, and never completes its reply. */
  public static final String DRIP = "drip";

  /** The step of a session that a reply belongs to. */
  public enum Step {
    GREETING("220 mx.example.com"),
    EHLO("250 mx.example.com"),
    STARTTLS("454 not here"),
    AUTH("535 who are you"),
    MAIL("250 ok"),
    RCPT("250 ok"),
    DATA("354 go on"),
    CONTENT("250 taken"),
    RSET("250 ok"),
    QUIT("221 bye");

    private final String usual;

    Step(String usual) {
      this.usual = usual;
    }
  }

  private final ServerSocket socket;
  private final Map<Step, Deque<String>> script = new EnumMap<>(Step.class);
  private final Map<String, String> recipients = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Map<Step, Runnable> reactions = new ConcurrentHashMap<>();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private @Nullable SSLContext encryption;

  public ScriptedServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::serve);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "scripted mail server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Gives these replies to one step, one occurrence after another, and then the usual one. */
  public ScriptedServer at(Step step, String... replies) {
    synchronized (script) {
      script.computeIfAbsent(step, key -> new ArrayDeque<>()).addAll(List.of(replies));
    }
    return this;
  }

  /** Always gives this reply to a recipient. */
  public ScriptedServer to(String recipient, String reply) {
    recipients.put(recipient, reply);
    return this;
  }

  /** Speaks TLS after STARTTLS. */
  public ScriptedServer encryptingBy(SSLContext context) {
    encryption = context;
    return at(Step.EHLO, "250-mx\r\n250 STARTTLS").at(Step.STARTTLS, "220 go on");
  }

  /** Lets the test act before a step is replied to. */
  public ScriptedServer when(Step step, Runnable reaction) {
    reactions.put(step, reaction);
    return this;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** The address of this server, which requires no login. */
  public MailServer open(MailTimeouts timeouts) {
    return new MailServer(
        "127.0.0.1", port(), null, MailEncryption.NONE, timeouts, "calltally.example.com");
  }

  /** All commands of all sessions. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  /** The mails received in full, whatever was replied. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> converse(client));
      } catch (IOException e) {
        // the test is over
      }
    }
  }

  private void converse(Socket client) {
    clients.add(client);
    try (client) {
      if (say(client, Step.GREETING, null) != null) {
        obey(client);
      }
    } catch (IOException e) {
      // the client has disconnected
    } finally {
      clients.remove(client);
    }
  }

  private static Socket encrypted(Socket client, SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  private void obey(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
    boolean goesOn = true;
    while (goesOn) {
      String line = in.readLine();
      if (line == null) {
        return;
      }
      commands.add(line);
      Step step = step(line);
      String reply = say(client, step, step == Step.RCPT ? recipient(line) : null);
      goesOn = reply != null && step != Step.QUIT;
      if (goesOn && step == Step.STARTTLS && encryption != null) {
        obey(encrypted(client, encryption));
        return;
      }
      if (step == Step.DATA && reply != null && reply.startsWith("354")) {
        String content = content(in);
        if (content == null) {
          return;
        }
        messages.add(content);
        goesOn = say(client, Step.CONTENT, null) != null;
      }
    }
  }

  /** Returns what was replied; null when the session is over. */
  private @Nullable String say(Socket client, Step step, @Nullable String special)
      throws IOException {
    reactions.getOrDefault(step, () -> {}).run();
    String reply = special == null ? next(step) : special;
    if (reply.equals(DROP)) {
      return null;
    }
    if (reply.equals(HANG)) {
      while (client.getInputStream().read() >= 0) {
        // until the client has disconnected
      }
      return null;
    }
    if (reply.equals(DRIP)) {
      drip(client);
      return null;
    }
    client.getOutputStream().write((reply + "\r\n").getBytes(ISO_8859_1));
    client.getOutputStream().flush();
    return reply;
  }

  /** Sends letters slowly; their pace is the client's wait for a reply that never ends. */
  private static void drip(Socket client) throws IOException {
    client.setSoTimeout(10);
    boolean isThere = true;
    while (isThere) {
      client.getOutputStream().write('2');
      try {
        isThere = client.getInputStream().read() >= 0;
      } catch (SocketTimeoutException e) {
        // still connected
      }
    }
  }

  private @Nullable String recipient(String line) {
    return recipients.get(line.replaceAll(".*<(.*)>.*", "$1"));
  }

  private String next(Step step) {
    synchronized (script) {
      Deque<String> replies = script.get(step);
      String reply = replies == null ? null : replies.poll();
      return reply == null ? step.usual : reply;
    }
  }

  private static Step step(String line) {
    String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    return verb.equals("HELO") ? Step.EHLO : Step.valueOf(verb);
  }

  private static @Nullable String content(BufferedReader in) throws IOException {
    StringBuilder content = new StringBuilder();
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      content.append(line).append('\n');
      line = in.readLine();
    }
    return line == null ? null : content.toString();
  }

  /** Ends all sessions, too. */
  @Override
  public void close() {
    try {
      socket.close();
      for (Socket client : clients) {
        client.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
