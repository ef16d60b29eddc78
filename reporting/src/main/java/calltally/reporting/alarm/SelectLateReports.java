package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The reports of a source that missed their deadline within the last day and are still undelivered.
 */
record SelectLateReports(MonitoredSource source, Instant now) {

  /** Each as its subscription's key and the last of its dates. */
  List<String> run(DSLContext sql) {
    return sql.select(MAILING.SUBSCRIPTION, MAILING.UNTIL_DATE)
        .from(MAILING)
        .where(MAILING.SOURCE_ID.eq(source.id()))
        .and(MAILING.DEADLINE.lt(now))
        .and(MAILING.DEADLINE.ge(now.minus(AlarmThresholds.LATE_FOR)))
        .and(MAILING.STATE.in("due", "rendering", "failed").or(isLackedBySomebody()))
        .orderBy(MAILING.DEADLINE, MAILING.MAILING_ID)
        .fetch(row -> row.value1() + " " + row.value2().minusDays(1));
  }

  /** A report that may have arrived, and is not sent again, does not count as undelivered. */
  private static Condition isLackedBySomebody() {
    return exists(
        selectOne()
            .from(DELIVERY)
            .where(DELIVERY.SOURCE_ID.eq(MAILING.SOURCE_ID))
            .and(DELIVERY.MAILING_ID.eq(MAILING.MAILING_ID))
            .and(DELIVERY.REVISION.eq(MAILING.REVISION))
            .and(DELIVERY.STATE.eq("failed").or(DELIVERY.NEXT_ATTEMPT_AT.isNotNull())));
  }
}
