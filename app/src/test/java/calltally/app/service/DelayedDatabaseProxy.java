package calltally.app.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TCP proxy to a database that refuses connections until it is opened. */
final class DelayedDatabaseProxy implements AutoCloseable {

  private final ServerSocket door = new ServerSocket();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final InetSocketAddress database;
  private final int port;

  /** A proxy to the database on the local port. */
  DelayedDatabaseProxy(int databasePort) throws IOException {
    database = new InetSocketAddress(InetAddress.getLoopbackAddress(), databasePort);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** Begins to accept connections. */
  void arrive() throws IOException {
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    threads.execute(this::connect);
  }

  private void connect() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(database.getAddress(), database.getPort());
        threads.execute(() -> pass(client, server));
        threads.execute(() -> pass(server, client));
      }
    } catch (IOException e) {
      if (!door.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has closed the connection; the other is closed with it.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
