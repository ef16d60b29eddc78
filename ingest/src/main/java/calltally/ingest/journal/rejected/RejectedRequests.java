package calltally.ingest.journal.rejected;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.REJECTED;

import calltally.ingest.journal.UnstorableRow;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** The requests that could not become notifications, as they are kept. */
public final class RejectedRequests {

  private final DSLContext sql;
  private final InstantSource clock;

  /**
   * Those of a database.
   *
   * @param owner connections of the role that owns the schema: nobody else reads what was rejected
   */
  public RejectedRequests(DataSource owner, InstantSource clock) {
    sql = DSL.using(owner, SQLDialect.POSTGRES);
    this.clock = clock;
  }

  /** The latest of them, at most so many, the latest first. */
  public List<RejectedRequest> list(RejectedFilter filter, int limit) {
    return sql.select(
            REJECTED.ID,
            SOURCE.NAME,
            REJECTED.RECEIVED_AT,
            REJECTED.REASON,
            REJECTED.FIELD,
            REJECTED.SIZE)
        .from(REJECTED)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(REJECTED.SOURCE_ID))
        .where(filter.condition())
        .orderBy(REJECTED.ID.desc())
        .limit(limit)
        .fetch(Records.mapping(RejectedRequest::new));
  }

  /**
   * Reads them again by today's rules, each in a transaction of its own: what becomes a
   * notification is stored under the time of its arrival and is rejected no longer; the others get
   * today's reason. May be repeated, and broken off at any moment.
   */
  public ReplayTotals replay(RejectedFilter filter) {
    ReplayTotals totals = ReplayTotals.NONE;
    for (long id : ids(filter)) {
      totals = totals.plus(replay(id));
    }
    return totals;
  }

  private List<Long> ids(RejectedFilter filter) {
    return sql.select(REJECTED.ID)
        .from(REJECTED)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(REJECTED.SOURCE_ID))
        .where(filter.condition())
        .orderBy(REJECTED.ID)
        .fetch(REJECTED.ID);
  }

  private ReplayTotals replay(long id) {
    try {
      return sql.transactionResult(
          transaction -> new RejectedReplay(transaction.dsl(), id, clock.instant()).run());
    } catch (DataAccessException e) {
      if (!UnstorableRow.isMeantBy(e.sqlState())) {
        throw e;
      }
      String reason = new UnstorableRow(e.sqlState(), e).rejection().rule();
      sql.update(REJECTED).set(REJECTED.REASON, reason).where(REJECTED.ID.eq(id)).execute();
      return new ReplayTotals(0, 0, 1, 0);
    }
  }
}
