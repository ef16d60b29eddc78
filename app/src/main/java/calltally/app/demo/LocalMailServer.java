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

/** A mail server of this machine alone, that puts every mail into a folder and passes none on. */
final class LocalMailServer implements AutoCloseable {

  private static final int LARGEST = 25 << 20;

  private final Path folder;
  private final List<Path> stored = Collections.synchronizedList(new ArrayList<>());
  private final SMTPServer server;

  /** Starts at a free port. */
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
      throw new UncheckedIOException("mail not stored: %s must be writable".formatted(folder), e);
    }
  }

  /** The mails, in the order in which they came. */
  public List<Path> stored() {
    return List.copyOf(stored);
  }

  @Override
  public void close() {
    server.stop();
  }
}
