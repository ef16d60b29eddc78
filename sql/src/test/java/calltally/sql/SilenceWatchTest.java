package calltally.sql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.Eventually;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servers are sockets: of one that hangs, the system still takes connections. */
final class SilenceWatchTest {

  private static final int CHECKS = 3;

  private static final int MORE_THAN_BUFFERS_HOLD = 64 << 20;

  /** The common pool has a single thread on a machine with two cores. */
  private static final Executor ON_ITS_OWN = task -> new Thread(task).start();

  private final SilenceWatch watch = new SilenceWatch(Duration.ofMillis(50));
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void who_waits_for_a_server_that_answers_nobody_gets_an_error() throws Exception {
    try (WatchedSocket socket = connected()) {
      CompletableFuture<Integer> answer = reading(socket);

      check(CHECKS);

      assertSilent(answer);
    }
  }

  @Test
  void who_writes_to_a_server_that_answers_nobody_gets_an_error() throws Exception {
    try (WatchedSocket socket = connected()) {
      CompletableFuture<Integer> written =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  socket.getOutputStream().write(new byte[MORE_THAN_BUFFERS_HOLD]);
                  return 0;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              ON_ITS_OWN);
      awaitUse(socket);

      check(CHECKS);

      assertSilent(written);
    }
  }

  @Test
  void a_server_that_answers_others_may_take_as_long_as_it_likes() throws Exception {
    try (WatchedSocket socket = connected();
        Socket accepted = server.accept()) {
      Thread answering = new Thread(this::answerAll);
      answering.start();
      CompletableFuture<Integer> answer = reading(socket);

      check(5 * CHECKS);
      accepted.getOutputStream().write('x');

      assertThat(answer.get()).isEqualTo('x');
      server.close();
      answering.join();
    }
  }

  @Test
  void a_server_that_refuses_others_may_take_as_long_as_it_likes() throws Exception {
    try (WatchedSocket socket = connected();
        Socket accepted = server.accept()) {
      server.close();
      CompletableFuture<Integer> answer = reading(socket);

      check(5 * CHECKS);
      accepted.getOutputStream().write('x');

      assertThat(answer.get()).isEqualTo('x');
    }
  }

  @Test
  void a_connection_at_which_nobody_waits_stays_open() throws Exception {
    try (WatchedSocket socket = connected()) {
      check(5 * CHECKS);

      assertThat(socket.isClosed()).isFalse();
    }
  }

  @Test
  void silence_is_forgotten_once_the_server_answers() throws Exception {
    try (WatchedSocket socket = connected();
        Socket accepted = server.accept()) {
      for (int round = 0; round < 3; round++) {
        CompletableFuture<Integer> answer = reading(socket);
        check(CHECKS - 1);
        accepted.getOutputStream().write('x');
        assertThat(answer.get()).isEqualTo('x');
      }
    }
  }

  @Test
  void postgresql_answers_before_a_login() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      URI address = URI.create(database.address().url().substring("jdbc:".length()));
      try (WatchedSocket socket = watch.newSocket()) {
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        CompletableFuture<Integer> answer = reading(socket);

        check(5 * CHECKS);

        assertThat(answer).isNotDone();
      }
    }
  }

  private WatchedSocket connected() throws IOException {
    WatchedSocket socket = watch.newSocket();
    socket.connect(server.getLocalSocketAddress());
    return socket;
  }

  private void check(int times) {
    for (int time = 0; time < times; time++) {
      watch.check();
    }
  }

  /** Answers as a PostgreSQL without TLS. */
  private void answerAll() {
    while (!server.isClosed()) {
      try (Socket probe = server.accept()) {
        probe.getOutputStream().write("N".getBytes(US_ASCII));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static CompletableFuture<Integer> reading(WatchedSocket socket) {
    CompletableFuture<Integer> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return socket.getInputStream().read();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            ON_ITS_OWN);
    awaitUse(socket);
    return answer;
  }

  /** Until a check would find somebody waiting. */
  private static void awaitUse(WatchedSocket socket) {
    Eventually.until(socket::isStillWaiting);
  }

  private static void assertSilent(CompletableFuture<Integer> waiting) {
    assertThatThrownBy(waiting::get)
        .isInstanceOf(ExecutionException.class)
        .rootCause()
        .isInstanceOf(IOException.class);
    assertThatThrownBy(waiting::join).hasStackTraceContaining("the database must answer");
  }
}
