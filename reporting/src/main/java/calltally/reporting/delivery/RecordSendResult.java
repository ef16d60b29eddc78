package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;

import calltally.reporting.mail.Backoff;
import calltally.reporting.mail.SendResult;
import calltally.sql.jooq.ledger.tables.records.DeliveryRecord;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;

/** Records the result of an attempt, unless another dispatcher has claimed the delivery. */
record RecordSendResult(ClaimedDelivery delivery, SendResult result, Instant now) {

  private static final short ONE = 1;

  void run(DSLContext sql) {
    if (result instanceof SendResult.Taken) {
      end(DeliveryState.SENT, result.answer(), sql);
    } else if (result instanceof SendResult.Refused) {
      end(givenUp(), result.answer(), sql);
    } else if (result instanceof SendResult.TooLarge) {
      strip(result.answer(), sql);
    } else if (result instanceof SendResult.Unanswered) {
      doubt(result.answer(), sql);
    } else if (!(result instanceof SendResult.Withdrawn)) {
      postpone(result.answer(), sql);
    }
  }

  private void end(DeliveryState state, String answer, DSLContext sql) {
    write(
        answered(state, answer, sql).setNull(DELIVERY.NEXT_ATTEMPT_AT).set(DELIVERY.ENDED_AT, now));
  }

  /** Without attachments the mail fits, if anything does. */
  private void strip(String answer, DSLContext sql) {
    if (delivery.isStripped()) {
      end(givenUp(), answer, sql);
    } else {
      write(
          answered(waiting(), answer, sql)
              .set(DELIVERY.WITHOUT_ATTACHMENTS, true)
              .set(DELIVERY.NEXT_ATTEMPT_AT, now));
    }
  }

  private void doubt(String answer, DSLContext sql) {
    UpdateSetMoreStep<DeliveryRecord> doubted =
        answered(DeliveryState.UNCERTAIN, answer, sql)
            .set(DELIVERY.LOST_ANSWERS, DELIVERY.LOST_ANSWERS.plus(ONE));
    write(
        delivery.doubts() == 0
            ? doubted.set(DELIVERY.NEXT_ATTEMPT_AT, now)
            : doubted.setNull(DELIVERY.NEXT_ATTEMPT_AT).set(DELIVERY.ENDED_AT, now));
  }

  private void postpone(String answer, DSLContext sql) {
    Optional<Instant> next = Backoff.A_DAY.next(delivery.attempts(), now);
    if (next.isEmpty()) {
      end(givenUp(), answer, sql);
    } else {
      write(answered(waiting(), answer, sql).set(DELIVERY.NEXT_ATTEMPT_AT, next.get()));
    }
  }

  /** Once a reply was lost, the mail may have arrived. */
  private DeliveryState givenUp() {
    return delivery.doubts() == 0 ? DeliveryState.FAILED : DeliveryState.UNCERTAIN;
  }

  private DeliveryState waiting() {
    return delivery.doubts() == 0 ? DeliveryState.WAITING : DeliveryState.UNCERTAIN;
  }

  private static UpdateSetMoreStep<DeliveryRecord> answered(
      DeliveryState state, String answer, DSLContext sql) {
    return sql.update(DELIVERY)
        .set(DELIVERY.STATE, state.toString())
        .set(DELIVERY.ANSWER, answer)
        .setNull(DELIVERY.LEASE_UNTIL);
  }

  private void write(UpdateSetMoreStep<DeliveryRecord> change) {
    int rows =
        change
            .where(DELIVERY.SOURCE_ID.eq(delivery.mailing().sourceId()))
            .and(DELIVERY.MAILING_ID.eq(delivery.mailing().mailingId()))
            .and(DELIVERY.REVISION.eq(delivery.revision()))
            .and(DELIVERY.RECIPIENT.eq(delivery.recipient().address()))
            .and(DELIVERY.FENCE.eq(delivery.fence()))
            .execute();
    if (rows == 0) {
      throw new LeaseLostException("delivery", delivery.mailing());
    }
  }
}
