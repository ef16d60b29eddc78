package calltally.reporting.delivery.subscription;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static calltally.sql.jooq.ledger.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/** How far each subscription ever registered has come. */
public record SelectSubscriptionProgress() {

  static final Field<LocalDate> REPORTED_UNTIL =
      select(max(MAILING.UNTIL_DATE))
          .from(MAILING)
          .where(MAILING.SOURCE_ID.eq(SUBSCRIPTION.SOURCE_ID))
          .and(MAILING.SUBSCRIPTION.eq(SUBSCRIPTION.SUBSCRIPTION_))
          .asField("reported_until");

  public Map<SubscriptionId, SubscriptionProgress> run(DSLContext sql) {
    return sql.select(
            SOURCE.NAME, SUBSCRIPTION.SUBSCRIPTION_, SUBSCRIPTION.KNOWN_SINCE, REPORTED_UNTIL)
        .from(SUBSCRIPTION)
        .join(SOURCE)
        .using(SOURCE.SOURCE_ID)
        .fetchMap(
            row -> new SubscriptionId(row.value1(), row.value2()),
            row -> new SubscriptionProgress(row.value3(), row.value4()));
  }
}
