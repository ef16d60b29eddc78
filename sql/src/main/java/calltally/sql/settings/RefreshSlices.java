package calltally.sql.settings;

import static calltally.sql.jooq.calls.Tables.REFRESH_CURSOR;

import calltally.sql.RefreshLock;
import calltally.sql.jooq.calls.Routines;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Into how many slices the sources are split, each refreshed on its own. */
public final class RefreshSlices {

  private final DSLContext sql;

  /**
   * The slices of a database.
   *
   * @param owner connections of the role that owns the schema
   */
  public RefreshSlices(DataSource owner) {
    sql = DSL.using(owner, SQLDialect.POSTGRES);
  }

  /** Changes their number, once no refresh is running. */
  public void set(int number) {
    // A start waits for a rebuild only when there is something to change.
    if (sql.fetchCount(REFRESH_CURSOR) != number) {
      sql.transaction(
          transaction -> {
            RefreshLock.await(transaction.dsl());
            Routines.setSlices(transaction, number);
          });
    }
  }
}
