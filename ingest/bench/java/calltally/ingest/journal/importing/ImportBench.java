package calltally.ingest.journal.importing;

import calltally.sql.DatabaseAddress;
import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Compares the import of lines with COPY of the same rows into the same table and indexes. */
public final class ImportBench {

  private static final String COLUMNS =
      "source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration, audio_path, fields, method, channel, parser_version, remarks";

  private ImportBench() {}

  /** Arguments: notifications, rounds. */
  public static void main(String[] arguments) throws Exception {
    int notifications = Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("calltally-bench");
    Path file = write(folder.resolve("notifications.jsonl"), notifications);
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      try (EmbeddedCluster cluster =
          EmbeddedCluster.openForService(folder.resolve("data-" + round))) {
        run(cluster.address(), file, folder.resolve("rows.copy"), notifications);
      }
    }
  }

  private static void run(DatabaseAddress database, Path file, Path rows, int notifications)
      throws Exception {
    try (HikariDataSource owner = pool(database, null);
        Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      Schema.migrate(owner);
      statement.execute(
          "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')");
      statement.execute("select journal.create_partition(date '2026-11-01')");
      double imported = imported(database, file, notifications);
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      try (OutputStream out = Files.newOutputStream(rows)) {
        copy.copyOut(
            "copy (select " + COLUMNS + " from journal.notification order by id) to stdout", out);
      }
      statement.execute("alter table journal.notification disable trigger all");
      statement.execute("alter table journal.notification rename to imported");
      statement.execute(
          "create table journal.notification (like journal.imported including all) partition by range (occurred_at)");
      statement.execute(
          "create table journal.copied partition of journal.notification for values from ('2026-11-01') to ('2026-12-01')");
      statement.execute("checkpoint");
      long start = System.nanoTime();
      try (InputStream in = Files.newInputStream(rows)) {
        copy.copyIn("copy journal.notification (" + COLUMNS + ") from stdin", in);
      }
      double copied = notifications / ((System.nanoTime() - start) / 1e9);
      System.out.println(
          String.format(
              Locale.ROOT,
              "import %.0f a second, COPY %.0f a second, ratio %.2f",
              imported,
              copied,
              imported / copied));
    }
  }

  private static double imported(DatabaseAddress database, Path file, int notifications)
      throws Exception {
    try (HikariDataSource ingest = pool(database, "set role calltally_ingest");
        InputStream in = Files.newInputStream(file)) {
      long start = System.nanoTime();
      ImportTotals totals =
          new JournalImport(ingest, Clock.systemUTC()).run("main", in, soFar -> {});
      if (totals.stored() != notifications) {
        throw new IllegalStateException(totals.toString());
      }
      return notifications / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static Path write(Path file, int notifications) throws Exception {
    Instant start = Instant.parse("2026-11-02T06:00:00Z");
    String[] events = {
      "incoming_call_start",
      "incoming_call_start_chain_member_call",
      "incoming_call_answer",
      "incoming_call_end"
    };
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int number = 0; number < notifications; number++) {
        lines.write(
            "{\"event\":\"%s\",\"time\":\"%s\",\"pbx_id\":\"1763618400.%d\",\"caller\":\"+3752911%05d\",\"receiver\":\"+3752900000%02d\"%s}\n"
                .formatted(
                    events[number % 4],
                    start.plusMillis(number * 1000L),
                    number / 4,
                    number / 4 % 100000,
                    number % 14,
                    number % 4 == 3
                        ? ",\"status\":\"ANSWER\",\"duration\":\"52.0\",\"audio_path\":null"
                        : ""));
      }
    }
    return file;
  }

  private static HikariDataSource pool(DatabaseAddress database, String role) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    pool.setMaximumPoolSize(8);
    pool.setConnectionInitSql(role);
    return new HikariDataSource(pool);
  }
}
