package calltally.sql.settings;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;
import static calltally.sql.jooq.config.Tables.SOURCE;

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
   * The directories that the connections lead to.
   *
   * @param owner connections of the role that owns the schema
   */
  public DirectoryStore(DataSource owner) {
    sql = DSL.using(owner, SQLDialect.POSTGRES);
  }

  /**
   * What a source's directory shall be.
   *
   * @param managers null leaves the managers as they are
   * @param lines null leaves the lines as they are
   */
  public record Part(
      String source, @Nullable Set<ManagerNumber> managers, @Nullable Set<Line> lines) {}

  /** The directory of a source that the database knows. */
  public Directory of(String source) {
    return new SelectDirectory(sql, sourceId(sql, source)).fetch();
  }

  /** Writes all parts or none, and leaves exactly what they change to the next refresh. */
  public List<DirectoryChange> replace(List<Part> parts) {
    return sql.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          // A refresh that runs meanwhile would derive calls under a directory that is about to go.
          inside.selectOne().from(REFRESH_CURSOR).forUpdate().fetch();
          return parts.stream().map(part -> replace(inside, part)).toList();
        });
  }

  private static DirectoryChange replace(DSLContext sql, Part part) {
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
                    "directory could not be used: it has to be of a known source, was " + source));
  }
}
