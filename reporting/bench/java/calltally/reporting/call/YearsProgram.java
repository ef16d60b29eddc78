package calltally.reporting.call;

import calltally.reporting.retention.AllFigures;
import calltally.sql.DatabaseAddress;
import calltally.sql.backup.Backup;
import calltally.sql.backup.Restore;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.retention.CustomerRecords;
import calltally.sql.retention.NumberIndexes;
import calltally.sql.retention.RetentionRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two years of one company's notifications through their whole life: months dropped, numbers
 * replaced by pseudonyms, a customer erased, a backup, its restore into an empty folder, a rebuild.
 * Fails when any figure changes.
 */
public final class YearsProgram {

  private static final Instant NOW = Instant.parse("2026-11-03T00:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-03");
  private static final String JUDGED_AT = "2026-11-02T00:00:00Z";
  private static final double GIBIBYTE = 1 << 30;

  private final Path folder;
  private Map<String, String> figures = Map.of();
  private long start = System.nanoTime();

  private YearsProgram(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments notifications; folder for the database, the backup and the restored data
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of(arguments[1]), "years-");
    new YearsProgram(folder).run(Long.parseLong(arguments[0]));
  }

  private void run(long notifications) throws Exception {
    Path backup = folder.resolve("backup.tar.gz");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      GeneratedJournal journal = GeneratedJournal.create(cluster.address(), "years", notifications);
      did("%,d notifications written, in %s months", journal.count(), months(journal.sql()));
      Refresh refresh = new Refresh(journal.database());
      refresh.rebuild();
      did("rebuilt");
      remember(journal.sql());
      applyRetention(journal, refresh);
      erase(journal, refresh);
      Backup.Taken taken = new Backup(folder.resolve("data"), cluster.address()).write(backup);
      did(
          "backup of %.1f GiB taken and read back, %.1f GiB after compression",
          taken.bytes() / GIBIBYTE, taken.size() / GIBIBYTE);
    }
    var unused = new Restore(backup).into(folder.resolve("restored"));
    did("restored");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("restored"))) {
      did("PostgreSQL started on the restored data");
      PGSimpleDataSource restored = years(cluster.address());
      compare(DSL.using(restored, SQLDialect.POSTGRES));
      new Refresh(restored).rebuild();
      did("rebuilt");
      compare(DSL.using(restored, SQLDialect.POSTGRES));
    }
    say("all figures are unchanged");
  }

  private void applyRetention(GeneratedJournal journal, Refresh refresh) {
    journal.sql().execute("insert into config.retention values (1, 12, null, 6, 180)");
    did("%s", new RetentionRun(journal.database()).run(NOW));
    journal.sql().execute("vacuum analyze");
    did("vacuumed; %s months are left", months(journal.sql()));
    compare(journal.sql());
    did("refreshed: %s", refresh.run());
    refresh.rebuild();
    did("rebuilt from the months that are left");
    compare(journal.sql());
  }

  private void erase(GeneratedJournal journal, Refresh refresh) {
    String number = journal.customerFirstBy("count(*) desc");
    did("found the number");
    did("indexed %d months by number", new NumberIndexes(journal.database()).create(TODAY));
    CustomerRecords customer = new CustomerRecords(journal.database(), 1, number);
    did("counted what an export has: %s", customer.count());
    did("erased the customer who called most: %s", customer.erase());
    did("refreshed: %s", refresh.run());
    compare(journal.sql());
  }

  private static String months(DSLContext sql) {
    return String.valueOf(
        sql.fetchValue(
            "select count(distinct date_trunc('month', occurred_at)) from journal.notification"));
  }

  private static PGSimpleDataSource years(DatabaseAddress server) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(server.url().replaceFirst("/[^/?]+(?=$|\\?)", "/years"));
    database.setUser(server.user());
    database.setPassword(server.password());
    return database;
  }

  private void remember(DSLContext sql) {
    figures = figures(sql);
    did("figures read: %s", figures);
  }

  private void compare(DSLContext sql) {
    Map<String, String> now = figures(sql);
    if (!Objects.equals(now, figures)) {
      throw new IllegalStateException(
          "cannot continue: figures must not change from %s (was %s)".formatted(figures, now));
    }
    did("figures compared: equal");
  }

  private static Map<String, String> figures(DSLContext sql) {
    return new AllFigures(sql, "2024-10-01", "2026-12-01", JUDGED_AT, "period,month,line")
        .digests();
  }

  private void did(String what, Object... values) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    say("%,8.1f s  %s", took.toMillis() / 1000.0, what.formatted(values));
    start = System.nanoTime();
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
