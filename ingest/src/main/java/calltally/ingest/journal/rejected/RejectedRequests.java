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

/** The rejected requests of a database. */
public final class RejectedRequests {

  private final DSLContext sql;
  private final InstantSource clock;

  /**
   * Reads from the database of the connections.
   *
   * @param owner connections of the role that owns the schema: no other may read rejected requests
   */
  public RejectedRequests(DataSource owner, InstantSource clock) {
    sql = DSL.using(owner, SQLDialect.POSTGRES);
    this.clock = clock;
  }

  /** The latest ones, newest first, at most {@code limit}. */
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
   * Reads them again by the current rules, each in its own transaction. Those that are now
   * notifications are stored with their original time of receipt and are no longer rejected; the
   * others get the current reason. Can be repeated, and interrupted at any time.
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
