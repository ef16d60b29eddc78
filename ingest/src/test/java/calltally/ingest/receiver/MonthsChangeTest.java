package calltally.ingest.receiver;

import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.testing.IngestDatabase;
import calltally.sql.DatabaseRole;
import calltally.sql.retention.RetentionRun;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions of the journal are dropped and created while notifications arrive. */
final class MonthsChangeTest {

  private static final int SENDERS = 16;
  private static final int ROUNDS = 5;

  private final IngestDatabase database = new IngestDatabase();
  private final HikariDataSource refresher = refresher();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final CountDownLatch first = new CountDownLatch(SENDERS);
  private final Receiver receiver =
      Receiver.start(database.receiver(), database.ingest(), InstantSource.system());
  private volatile boolean enough;

  @BeforeEach
  void limit_retention_to_24_months() {
    database
        .sql()
        .execute("insert into config.retention (source_id, notification_months) values (1, 24)");
  }

  @AfterEach
  void stop() {
    receiver.close();
    threads.shutdown();
    refresher.close();
    database.close();
  }

  @Test
  void nothing_is_lost_or_refused_while_months_are_dropped_and_created() throws Exception {
    List<Future<?>> senders = send();

    long dropped = 0;
    for (int round = 0; round < ROUNDS; round++) {
      oldMonths(round);
      dropped += new RetentionRun(refresher).run(Instant.now()).notifications();
    }
    end(senders);

    assertThat(dropped).isEqualTo(ROUNDS * 100L);
    assertThat(database.sql().fetchValue("select to_regclass('journal.notification_200001')"))
        .isNull();
    assertThat(failed).isEmpty();
    assertThat(stored).isNotEmpty();
    database.awaitRow("select count(*) from journal.notification", String.valueOf(stored.size()));
    assertThat(messages()).doesNotHaveDuplicates().containsAll(stored);
  }

  @Test
  void a_long_reader_delays_the_drop_of_months_but_no_notification() throws Exception {
    oldMonths(0);
    List<Future<?>> senders = send();
    try (Connection dump = database.owner().getConnection();
        Statement statement = dump.createStatement()) {
      dump.setAutoCommit(false);
      statement.execute("lock table journal.notification in access share mode");
      Future<Long> retention =
          threads.submit(() -> new RetentionRun(refresher).run(Instant.now()).notifications());
      for (int attempt = 0; attempt < 2; attempt++) {
        database.awaitBlockedStatement();
      }
      assertThat(retention.isDone()).isFalse();
      dump.rollback();

      assertThat(retention.get(60, SECONDS)).isEqualTo(100);
    }
    end(senders);

    assertThat(failed).isEmpty();
    database.awaitRow("select count(*) from journal.notification", String.valueOf(stored.size()));
    assertThat(messages()).containsAll(stored);
  }

  /** Inserts a hundred notifications in a month past retention. */
  private void oldMonths(int round) {
    database.sql().execute("delete from journal.horizon");
    database.sql().execute("select journal.create_partition('2000-01-01')");
    database
        .sql()
        .execute(
            """
            insert into journal.notification (source_id, received_at, occurred_at, digest, event, fields, method, channel, parser_version)
            select 1, now(), timestamptz '2000-01-05Z', sha256(convert_to(? || '-' || n, 'UTF8')), 'test', '{}', 'POST', 'http', 1
            from generate_series(1, 100) as n
            """,
            String.valueOf(round));
  }

  private HikariDataSource refresher() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.owner());
    config.setConnectionInitSql("set role " + DatabaseRole.REFRESH.sqlName());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  private List<Future<?>> send() throws InterruptedException {
    List<Future<?>> senders = new ArrayList<>();
    for (int sender = 1; sender < SENDERS; sender++) {
      String name = String.valueOf(sender);
      senders.add(threads.submit(() -> send(name)));
      first.countDown();
    }
    return senders;
  }

  private void end(List<Future<?>> senders) throws Exception {
    enough = true;
    for (Future<?> sender : senders) {
      sender.get(60, SECONDS);
    }
  }

  private void send(String sender) {
    for (int number = 0; !enough; number++) {
      String message = sender + "-" + number;
      (isStored(message) ? stored : failed).add(message);
    }
  }

  private boolean isStored(String message) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/notify/%s?event=test&time=%s&message=%s"
                        .formatted(receiver.port(), TOKEN, Instant.now(), message)))
            .timeout(Duration.ofMinutes(1))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> messages() {
    return database
        .sql()
        .fetch("select fields ->> 'message' from journal.notification")
        .getValues(0, String.class);
  }
}
