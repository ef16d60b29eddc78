package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.RandomHistory.Sent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jooq.impl.DSL;

/**
 * Writers that begin and end in any order, with savepoints, while refreshes take what is committed.
 */
final class ConcurrentWritersTest {

  private static final int WRITERS = 3;
  private static final int STEPS = 30;

  @Property(shrinking = ShrinkingMode.OFF)
  void every_committed_notification_is_taken_once(@ForAll Random random) throws SQLException {
    try (TestJournal journal = new TestJournal("Europe/Warsaw")) {
      List<Sent> history = new ArrayList<>(RandomHistory.of(random, 20));
      List<Connection> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(writer(journal));
      }
      long taken = 0;
      for (int step = 0; step < STEPS && !history.isEmpty(); step++) {
        if (random.nextInt(4) == 0) {
          taken += journal.refresh().run().notifications();
        } else {
          step(journal, writers.get(random.nextInt(WRITERS)), history, random);
        }
      }
      for (Connection writer : writers) {
        writer.commit();
        writer.close();
      }
      taken += journal.refresh().run().notifications();

      assertThat(journal.rows("select count(*) from journal.notification"))
          .isEqualTo(String.valueOf(taken));
      String incremental = journal.derived();
      journal.refresh().rebuild();
      assertThat(journal.derived()).isEqualTo(incremental);
    }
  }

  private static Connection writer(TestJournal journal) throws SQLException {
    Connection writer = journal.owner().getConnection();
    writer.setAutoCommit(false);
    return writer;
  }

  private static void step(
      TestJournal journal, Connection writer, List<Sent> history, Random random)
      throws SQLException {
    switch (random.nextInt(6)) {
      case 0 -> writer.commit();
      case 1 -> writer.rollback();
      case 2 -> {
        Savepoint savepoint = writer.setSavepoint();
        append(journal, writer, history);
        writer.rollback(savepoint);
      }
      case 3 -> {
        Savepoint savepoint = writer.setSavepoint();
        append(journal, writer, history);
        writer.releaseSavepoint(savepoint);
      }
      default -> append(journal, writer, history);
    }
  }

  /** Notifications that no other writer uses; otherwise one writer would wait for the other. */
  private static void append(TestJournal journal, Connection writer, List<Sent> history) {
    List<Sent> some = new ArrayList<>(history.subList(0, Math.min(5, history.size())));
    history.removeAll(some);
    journal.receive(DSL.using(writer), some);
  }
}
