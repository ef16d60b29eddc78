package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.SOURCE;

import calltally.sql.RefreshLock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The directories of a database's sources. */
public final class DirectoryStore {

  private final DSLContext sql;

  /**
   * Opens the directories of a database.
   *
   * @param owner connections of the role that owns the schema
   */
  public DirectoryStore(DataSource owner) {
    sql = DSL.using(owner, SQLDialect.POSTGRES);
  }

  /**
   * The wanted directory of one source.
   *
   * @param managers null leaves the managers as they are
   * @param lines null leaves the lines as they are
   */
  public record Replacement(
      String source, @Nullable Set<ManagerNumber> managers, @Nullable Set<Line> lines) {}

  /** The stored directory of a source. */
  public Directory of(String source) {
    return sql.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          return new SelectDirectory(inside, sourceId(inside, source)).fetch();
        });
  }

  /** The numbers that calls of the source had on a local date or later. */
  public UsedNumbers usedSince(LocalDate date, String source) {
    return new SelectUsedNumbers(sql, sourceId(sql, source), date).fetch();
  }

  /** Writes all parts or none, and marks exactly the calls that they change as stale. */
  public List<DirectoryChange> replace(List<Replacement> parts) {
    return sql.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          // A concurrent refresh would derive calls from a directory that is about to be replaced.
          RefreshLock.await(inside);
          return parts.stream().map(part -> replace(inside, part)).toList();
        });
  }

  private static DirectoryChange replace(DSLContext sql, Replacement part) {
    int sourceId = sourceId(sql, part.source());
    Directory before = new SelectDirectory(sql, sourceId).fetch();
    Directory after =
        new Directory(
            part.managers() == null ? before.managers() : part.managers(),
            part.lines() == null ? before.lines() : part.lines());
    long calls = new ReplaceDirectory(sql, sourceId, before, after).run();
    return new DirectoryChange(part.source(), before, after, calls);
  }

  private static int sourceId(DSLContext sql, String source) {
    return sql.select(SOURCE.SOURCE_ID)
        .from(SOURCE)
        .where(SOURCE.NAME.eq(source))
        .fetchOptional(SOURCE.SOURCE_ID)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cannot use directory: its source must be configured (was " + source + ")"));
  }
}
