package calltally.reporting.delivery.subscription;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.SUBSCRIPTION;

import org.jooq.DSLContext;

/** Reads how far one subscription has come, and locks it until the transaction ends. */
public record LockSubscriptionProgress(SubscriptionId id) {

  public SubscriptionProgress run(DSLContext sql) {
    lock(sql);
    return sql.select(SUBSCRIPTION.KNOWN_SINCE, SelectSubscriptionProgress.REPORTED_UNTIL)
        .from(SUBSCRIPTION)
        .join(SOURCE)
        .using(SOURCE.SOURCE_ID)
        .where(SOURCE.NAME.eq(id.source()))
        .and(SUBSCRIPTION.SUBSCRIPTION_.eq(id.key()))
        .fetchSingle(row -> new SubscriptionProgress(row.value1(), row.value2()));
  }

  private void lock(DSLContext sql) {
    sql.selectOne()
        .from(SUBSCRIPTION)
        .join(SOURCE)
        .using(SOURCE.SOURCE_ID)
        .where(SOURCE.NAME.eq(id.source()))
        .and(SUBSCRIPTION.SUBSCRIPTION_.eq(id.key()))
        .forUpdate()
        .of(SUBSCRIPTION)
        .execute();
  }
}
