package calltally.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on the loopback address that stores every mail in a folder and forwards none. */
final class LocalMailServer implements AutoCloseable {

  private static final int LARGEST = 25 << 20;

  private final Path folder;
  private final List<Path> stored = Collections.synchronizedList(new ArrayList<>());
  private final SMTPServer server;

  /** Starts on a free port. */
  public LocalMailServer(Path folder) {
    this.folder = folder;
    this.server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .maxMessageSize(LARGEST)
            .messageHandler((context, from, to, message) -> store(message))
            .build();
    server.start();
  }

  public String host() {
    return InetAddress.getLoopbackAddress().getHostAddress();
  }

  public int port() {
    return server.getPortAllocated();
  }

  private void store(byte[] message) {
    Path file = folder.resolve("%02d.eml".formatted(stored.size() + 1));
    try {
      stored.add(Files.write(file, message));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot store a mail: %s must be writable".formatted(folder), e);
    }
  }

  /** The mails, in the order of arrival. */
  public List<Path> stored() {
    return List.copyOf(stored);
  }

  @Override
  public void close() {
    server.stop();
  }
}
