package calltally.reporting.delivery;

import static calltally.reporting.mail.ScriptedServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.sql.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * kill -9 of a dispatcher at every step of a mailing and its delivery, at moments fixed by a lock
 * or the mail server. Another one takes over when the lease ends. Also two dispatchers at once.
 */
@Timeout(300)
final class ReportDispatcherKillTest {

  private static final Instant EIGHT = Instant.parse("2026-11-21T05:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final List<Subscription> BOSS = DispatchProgram.subscriptions().subList(0, 1);

  private static final String WAITING =
      """
      select pid
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and wait_event_type = 'Lock'
      """;

  @TempDir private Path folder;

  private DispatchFixture fixture;

  /** A step of a mailing, and the lock that makes the dispatcher wait there. */
  enum Moment {
    NOT_WRITTEN_DOWN("lock table ledger.mailing in share mode"),
    RENDERING("lock table ledger.report_run in share mode"),
    RENDERED_BUT_NOT_COMMITTED("lock table ledger.delivery in share mode");

    private final String lock;

    Moment(String lock) {
      this.lock = lock;
    }
  }

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-20T12:00");
    fixture.dispatcher().open(BOSS);
    fixture.clock().set(EIGHT);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_report_whose_dispatcher_is_killed_is_made_and_mailed_once(Moment moment) throws Exception {
    try (Connection holder = holding(moment.lock)) {
      Process program = start();
      awaitWaiting();
      program.destroyForcibly().waitFor();
      endWaiting();
      holder.rollback();
    }
    assertThat(reports()).isZero();

    goOn();

    assertThat(reports()).isOne();
    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com sent");
    assertThat(fixture.server().messages()).hasSize(1);
    assertThat(filesUnderWay()).isEmpty();
  }

  @Test
  void a_mail_whose_dispatcher_is_killed_before_sending_is_sent_once() throws Exception {
    rendered();
    Semaphore reached = new Semaphore(0);
    fixture.server().when(Step.RCPT, reached::release).at(Step.RCPT, HANG);
    Process program = start();
    reached.acquire();
    program.destroyForcibly().waitFor();
    assertThat(fixture.said()).endsWith(" waiting");

    fixture.dispatcher().send();
    assertThat(fixture.server().messages()).as("before the lease ends").isEmpty();
    goOn();

    assertThat(fixture.said()).endsWith(" sent");
    assertThat(fixture.server().messages()).hasSize(1);
  }

  @Test
  void a_mail_whose_dispatcher_is_killed_before_the_reply_is_sent_once_more_under_its_id()
      throws Exception {
    rendered();
    Semaphore reached = new Semaphore(0);
    fixture.server().when(Step.CONTENT, reached::release).at(Step.CONTENT, HANG);
    Process program = start();
    reached.acquire();
    program.destroyForcibly().waitFor();
    assertThat(fixture.said()).endsWith(" sending");

    fixture.dispatcher().send();
    assertThat(fixture.server().messages()).as("before the lease ends").hasSize(1);
    goOn();
    goOn();

    assertThat(fixture.said()).endsWith(" sent");
    assertThat(fixture.messageIds()).hasSize(2).containsOnly(fixture.messageIds().get(0));
  }

  @Test
  void a_mail_accepted_but_not_recorded_is_sent_once_more_under_its_id() throws Exception {
    rendered();
    try (Connection holder = fixture.history().owner().getConnection()) {
      holder.setAutoCommit(false);
      fixture
          .server()
          .when(
              Step.CONTENT,
              () -> DSL.using(holder).execute("select from ledger.delivery for update"));
      Process program = start();
      awaitWaiting();
      program.destroyForcibly().waitFor();
      endWaiting();
      holder.rollback();
    }
    fixture.server().when(Step.CONTENT, () -> {});
    assertThat(fixture.said()).endsWith(" sending");

    goOn();
    goOn();

    assertThat(fixture.said()).endsWith(" sent");
    assertThat(fixture.messageIds()).hasSize(2).containsOnly(fixture.messageIds().get(0));
  }

  @Test
  void two_dispatchers_on_one_ledger_send_each_mail_once() throws Exception {
    fixture.clock().set(EIGHT.minus(Duration.ofHours(20)));
    fixture.dispatcher().open(DispatchProgram.subscriptions());
    SharedClock.create(fixture.history().owner(), EIGHT, 2);
    Instant nine = EIGHT.plus(Duration.ofHours(1));
    Process program =
        DispatchProgram.start(
            fixture.history().address(), archive(), fixture.server().port(), nine);

    DispatchProgram.rounds(fixture.history().owner(), new Archive(archive()), server(), nine);
    assertThat(program.waitFor()).isZero();

    assertThat(fixture.said().lines()).hasSize(6).allMatch(line -> line.endsWith(" sent"));
    assertThat(fixture.messageIds()).hasSize(6).doesNotHaveDuplicates();
    assertThat(reports()).isEqualTo(6L);
  }

  /** Waits until the report is archived and its delivery is due. */
  private void rendered() {
    fixture.dispatcher().open(BOSS);
    fixture.dispatcher().render(BOSS);
  }

  private Process start() throws Exception {
    SharedClock.create(fixture.history().owner(), EIGHT, 1);
    return DispatchProgram.start(
        fixture.history().address(), archive(), fixture.server().port(), EIGHT);
  }

  private Path archive() {
    return folder.resolve("archive");
  }

  private MailServer server() {
    return fixture.server().open(MailTimeouts.DEFAULT);
  }

  /** Lets another dispatcher continue once the lease of the killed one has ended. */
  private void goOn() {
    fixture.clock().tick(LEASE);
    fixture.round(BOSS.toArray(Subscription[]::new));
  }

  private long reports() {
    return fixture.history().sql().fetchCount(DSL.table("ledger.report_run"));
  }

  private List<Path> filesUnderWay() throws Exception {
    try (Stream<Path> files = Files.walk(archive().resolve(".unfinished"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private Connection holding(String lock) throws SQLException {
    Connection connection = fixture.history().owner().getConnection();
    connection.setAutoCommit(false);
    DSL.using(connection).execute(lock);
    return connection;
  }

  /** Cancels the statements that the killed process left waiting. */
  private void endWaiting() {
    fixture
        .history()
        .sql()
        .fetch("select pg_terminate_backend(pid) from (%s) as w".formatted(WAITING));
  }

  /** Asks the database until a session waits for the lock. */
  private void awaitWaiting() {
    Eventually.until(() -> fixture.history().sql().fetch(WAITING).isNotEmpty());
  }
}
