package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.mail.MailAddress;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Who gets this revision of a mailing, or else got the latest one before it. */
record SelectRecipients(MailingId mailing, int revision) {

  Recipients run(DSLContext sql) {
    Map<Boolean, List<MailAddress>> byHidden =
        sql.select(DELIVERY.IS_BCC, DELIVERY.RECIPIENT, DELIVERY.RECIPIENT_NAME)
            .from(DELIVERY)
            .where(isOfMailing())
            .and(
                DELIVERY.REVISION.eq(
                    select(max(DELIVERY.REVISION))
                        .from(DELIVERY)
                        .where(isOfMailing())
                        .and(DELIVERY.REVISION.le(revision))))
            .orderBy(DELIVERY.RECIPIENT)
            .fetchGroups(row -> row.value1(), row -> new MailAddress(row.value2(), row.value3()));
    return new Recipients(
        byHidden.getOrDefault(false, List.of()), byHidden.getOrDefault(true, List.of()));
  }

  private Condition isOfMailing() {
    return DELIVERY
        .SOURCE_ID
        .eq(mailing.sourceId())
        .and(DELIVERY.MAILING_ID.eq(mailing.mailingId()));
  }
}
