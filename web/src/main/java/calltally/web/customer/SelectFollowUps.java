package calltally.web.customer;

import static calltally.sql.jooq.analytics.Tables.JUDGED_MISSED_CALL;

import calltally.reporting.report.CustomerKey;
import calltally.sql.jooq.analytics.tables.JudgedMissedCall;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;

/** The states of a customer's missed calls at an instant, by call. */
record SelectFollowUps(String source, CustomerKey customer, Instant now) {

  Map<String, FollowUp> run(DSLContext sql) {
    JudgedMissedCall missed = JUDGED_MISSED_CALL(now);
    return sql.select(missed.PBX_ID, missed.STATE, missed.CALLED_BACK_BY)
        .from(missed)
        .where(missed.SOURCE.eq(source))
        .and(missed.CUSTOMER_KEY.eq(customer.value()))
        .fetchMap(row -> row.value1(), row -> new FollowUp(row.value2(), row.value3()));
  }
}
