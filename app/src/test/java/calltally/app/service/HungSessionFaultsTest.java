package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A single session of PostgreSQL hangs while the others answer. */
@Tag("faults")
final class HungSessionFaultsTest {

  private static final int ROUNDS = 4;
  private static final int CALLS = 50;

  /** For longer than the receiver waits for a statement. */
  private static final int WHILE_IT_HANGS = 500;

  private static final Duration BETWEEN_CALLS = Duration.ofMillis(20);
  private static final String OF_THE_RECEIVER =
      "select pid from pg_stat_activity where application_name = 'calltally ingest' order by random()";
  private static final String OF_THE_DISPATCH =
      "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%\"mailing\"%'";

  @TempDir private Path folder;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private RunningService service;
  private EmbeddedCluster cluster;
  private DSLContext owner;

  @BeforeEach
  void serve() throws Exception {
    service = new RunningService(folder, "");
    open.push(service::close);
    cluster = EmbeddedCluster.open(folder.resolve("data"));
    open.push(cluster);
    owner = DSL.using(superuser(), SQLDialect.POSTGRES);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void notifications_are_stored_once_while_sessions_of_the_receiver_hang() throws Exception {
    TestSenders senders = new TestSenders(BETWEEN_CALLS, service.port());
    open.push(senders::close);
    senders.await(CALLS);
    for (int round = 0; round < ROUNDS; round++) {
      int hung = await().until(() -> sessions(OF_THE_RECEIVER), pids -> !pids.isEmpty()).get(0);
      signal("STOP", hung);
      senders.await(WHILE_IT_HANGS);
      signal("CONT", hung);
      senders.await(CALLS);
    }

    assertThat(senders.failed()).isEmpty();
    new DeliveryCheck(service, senders).isThereOnce();
  }

  @Test
  void a_task_whose_session_hangs_ends_with_an_error_and_goes_on_with_another_session()
      throws Exception {
    int hung;
    try (Connection holder = superuser().getConnection()) {
      holder.setAutoCommit(false);
      DSL.using(holder).execute("lock table ledger.mailing");
      hung = await().until(() -> sessions(OF_THE_DISPATCH), pids -> !pids.isEmpty()).get(0);
      signal("STOP", hung);
      holder.rollback();
    }
    try {
      await().until(() -> service.log().contains("dispatch failed"));

      await().until(() -> service.log().contains("dispatch works again"));
    } finally {
      signal("CONT", hung);
    }
  }

  /** A task may take five minutes for a statement, and one more. */
  private static ConditionFactory await() {
    return Awaitility.await().pollInterval(Duration.ofMillis(500)).atMost(Duration.ofMinutes(8));
  }

  private List<Integer> sessions(String question) {
    return owner.fetch(question).getValues(0, Integer.class);
  }

  private static void signal(String signal, int pid) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).inheritIO().start().waitFor();
  }

  private PGSimpleDataSource superuser() {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(cluster.address().url());
    connections.setUser(cluster.address().user());
    connections.setPassword(cluster.address().password());
    return connections;
  }
}
