package calltally.reporting.call;

import calltally.sql.DatabaseAddress;
import calltally.sql.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A journal of any size, written by PostgreSQL itself and the same each time: one company's days,
 * about 1,200 calls each, as {@code journal.sql} tells.
 */
final class GeneratedJournal {

  private static final LocalDate END = LocalDate.of(2026, 11, 2);
  private static final int DAYS_A_STATEMENT = 7;
  private static final int THOUSANDS_A_DAY = 6;

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final DSLContext sql;
  private int thousands;

  private GeneratedJournal(DatabaseAddress server, String name) {
    database.setUrl(server.url().replaceFirst("/[^/?]+(?=$|\\?)", "/" + name));
    database.setUser(server.user());
    database.setPassword(server.password());
    sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  /** Creates a database with so many notifications, or some more, before a fixed day. */
  static GeneratedJournal create(DatabaseAddress server, String name, long notifications)
      throws IOException, SQLException {
    GeneratedJournal postgres = new GeneratedJournal(server, "calltally");
    postgres.sql.execute("drop database if exists " + name);
    postgres.sql.execute("create database " + name);
    GeneratedJournal journal = new GeneratedJournal(server, name);
    Schema.migrate(journal.database);
    journal.run(Files.readString(Path.of("bench/sql/journal.sql")));
    LocalDate from = END;
    while (journal.count() < notifications) {
      from = from.minusDays(DAYS_A_STATEMENT);
      journal.addDays(from, from.plusDays(DAYS_A_STATEMENT));
    }
    journal.sql.execute("vacuum analyze");
    return journal;
  }

  /** The database as an earlier run has left it, or else a new one. */
  static GeneratedJournal createOnce(DatabaseAddress server, String name, long notifications)
      throws IOException, SQLException {
    GeneratedJournal postgres = new GeneratedJournal(server, "calltally");
    Long found =
        postgres
            .sql
            .fetchSingle("select count(*) from pg_database where datname = {0}", DSL.inline(name))
            .get(0, Long.class);
    if (found == 0) {
      return create(server, name, notifications);
    }
    GeneratedJournal journal = new GeneratedJournal(server, name);
    Schema.migrate(journal.database);
    return journal;
  }

  private void addDays(LocalDate from, LocalDate until) {
    sql.fetch("select journal.create_partition({0})", DSL.inline(from));
    sql.fetch("select journal.create_partition({0})", DSL.inline(until));
    sql.fetch("select bench.add_days({0}, {1})", DSL.inline(from), DSL.inline(until));
  }

  /** Adds the thousand notifications that come next, six times a day. */
  void addThousand() {
    LocalDate day = END.plusDays(thousands / THOUSANDS_A_DAY);
    sql.fetch(
        "select bench.add_days({0}, {1}, 1000, {2})",
        DSL.inline(day),
        DSL.inline(day.plusDays(1)),
        DSL.inline(1_000L * (thousands % THOUSANDS_A_DAY)));
    thousands++;
  }

  long count() {
    return sql.fetchSingle("select count(*) from journal.notification").get(0, Long.class);
  }

  PGSimpleDataSource database() {
    return database;
  }

  DSLContext sql() {
    return sql;
  }

  /** Runs statements in one transaction, as psql would; returns how many milliseconds they took. */
  long run(String script) throws SQLException {
    return timed(script, true);
  }

  /** The same, and takes everything back. */
  long tried(String script) throws SQLException {
    return timed(script, false);
  }

  private long timed(String script, boolean isKept) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      statement.execute(script);
      if (isKept) {
        connection.commit();
      }
      long took = (System.nanoTime() - start) / 1_000_000;
      connection.rollback();
      return took;
    }
  }
}
