package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.ENGAGEMENT;

import calltally.reporting.call.fold.Anomaly;
import calltally.reporting.call.fold.Attempt;
import calltally.reporting.call.fold.Call;
import calltally.reporting.call.fold.Engagement;
import calltally.reporting.call.fold.Ring;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes derived calls, their attempts and their engagements, in batches. */
final class StoreCalls {

  private static final int BYTES_A_STATEMENT = 1 << 20;
  private static final int BYTES_AT_FIRST = 1 << 14;

  private static final CopyTarget CALLS =
      new CopyTarget(
          CALL,
          List.of(
              CALL.SOURCE_ID,
              CALL.PBX_ID,
              CALL.DIRECTION,
              CALL.STARTED_AT,
              CALL.ANSWERED_AT,
              CALL.ENDED_AT,
              CALL.LINE,
              CALL.LINE_NAME,
              CALL.DEPARTMENT,
              CALL.CUSTOMER,
              CALL.MANAGER_NUMBER,
              CALL.MANAGER,
              CALL.OUTCOME,
              CALL.MISSED_REASON,
              CALL.IS_SHORT,
              CALL.WAIT_SECONDS,
              CALL.TALK_SECONDS,
              CALL.REPORTED_DURATION_SECONDS,
              CALL.ATTEMPTS,
              CALL.RECORDING_URL,
              CALL.HAS_VOICEMAIL,
              CALL.VOICEMAIL_URL,
              CALL.TAGS,
              CALL.HOUR_START,
              CALL.LOCAL_DATE,
              CALL.LOCAL_HOUR,
              CALL.IN_WORKING_HOURS,
              CALL.IS_INTERNAL,
              CALL.IS_COMPLETE,
              CALL.ANOMALIES,
              CALL.CUSTOMER_KEY));

  private static final CopyTarget ATTEMPTS =
      new CopyTarget(
          ATTEMPT,
          List.of(
              ATTEMPT.SOURCE_ID,
              ATTEMPT.PBX_ID,
              ATTEMPT.ATTEMPT_NO,
              ATTEMPT.MANAGER_NUMBER,
              ATTEMPT.MANAGER,
              ATTEMPT.DEPARTMENT,
              ATTEMPT.STARTED_AT,
              ATTEMPT.ENDED_AT,
              ATTEMPT.OUTCOME,
              ATTEMPT.RING_SECONDS,
              ATTEMPT.IMPLIED,
              ATTEMPT.LOCAL_DATE,
              ATTEMPT.TALK_SECONDS,
              ATTEMPT.TRANSFER_IN,
              ATTEMPT.TRANSFER_OUT));

  private static final CopyTarget ENGAGEMENTS =
      new CopyTarget(
          ENGAGEMENT,
          List.of(
              ENGAGEMENT.SOURCE_ID,
              ENGAGEMENT.PBX_ID,
              ENGAGEMENT.MANAGER,
              ENGAGEMENT.ENGAGED_FROM,
              ENGAGEMENT.ENGAGED_UNTIL));

  private final CopySink sink;
  private final CustomerKeys customers;
  private CopyRows calls = new CopyRows(BYTES_AT_FIRST);
  private CopyRows attempts = new CopyRows(BYTES_AT_FIRST);
  private CopyRows engagements = new CopyRows(BYTES_AT_FIRST);

  StoreCalls(CopySink sink, CustomerKeys customers) {
    this.sink = sink;
    this.customers = customers;
  }

  void store(int sourceId, Call call) {
    writeCall(sourceId, call);
    LocalDate date = call.localStart().toLocalDate();
    for (int i = 0; i < call.attempts().size(); i++) {
      writeAttempt(sourceId, call, i, date);
    }
    call.engagements().forEach(engagement -> writeEngagement(sourceId, call, engagement));
    if (calls.size() >= BYTES_A_STATEMENT) {
      calls = sent(CALLS, calls);
    }
    if (attempts.size() >= BYTES_A_STATEMENT) {
      attempts = sent(ATTEMPTS, attempts);
    }
    if (engagements.size() >= BYTES_A_STATEMENT) {
      engagements = sent(ENGAGEMENTS, engagements);
    }
  }

  /** Sends the last, incomplete batches. */
  void flush() {
    calls = sent(CALLS, calls);
    attempts = sent(ATTEMPTS, attempts);
    engagements = sent(ENGAGEMENTS, engagements);
  }

  private CopyRows sent(CopyTarget target, CopyRows rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    sink.send(target, rows);
    return new CopyRows(rows.size() >= BYTES_A_STATEMENT ? rows.size() : BYTES_AT_FIRST);
  }

  private void writeCall(int sourceId, Call call) {
    ZonedDateTime start = call.localStart();
    calls
        .row(CALLS.columns().size())
        .integer(sourceId)
        .text(call.pbxId())
        .text(call.direction().text())
        .instant(start.toInstant())
        .instant(call.answeredAt())
        .instant(call.endedAt())
        .text(call.line())
        .text(call.lineName())
        .text(call.lineDepartment())
        .text(call.customer())
        .text(call.managerNumber())
        .text(call.manager())
        .text(call.outcome().text())
        .text(call.missedReason() == null ? null : call.missedReason().text())
        .bool(call.isShort())
        .seconds(call.waitTime())
        .seconds(call.talkTime())
        .number(call.reportedDuration())
        .integer(call.attempts().size())
        .text(call.recording())
        .bool(call.voicemail() != null)
        .text(call.voicemail() == null ? null : call.voicemail().url())
        .texts(call.tags())
        .instant(start.truncatedTo(ChronoUnit.HOURS).toInstant())
        .date(start.toLocalDate())
        .smallint(start.getHour())
        .bool(call.inWorkingHours())
        .bool(call.isInternal())
        .bool(call.complete())
        .texts(call.anomalies().stream().map(Anomaly::text).toList())
        .bigint(customers.key(call.customer()));
  }

  private void writeAttempt(int sourceId, Call call, int index, LocalDate date) {
    Attempt attempt = call.attempts().get(index);
    Ring ring = attempt.ring();
    attempts
        .row(ATTEMPTS.columns().size())
        .integer(sourceId)
        .text(call.pbxId())
        .integer(index + 1)
        .text(ring.number())
        .text(ring.manager())
        .text(call.departmentOf(attempt))
        .instant(ring.start())
        .instant(ring.end())
        .text(attempt.outcome().text())
        .seconds(attempt.ringTime())
        .bool(ring.implied())
        .date(date)
        .seconds(attempt.talk())
        .bool(attempt.transferIn())
        .bool(attempt.transferOut());
  }

  private void writeEngagement(int sourceId, Call call, Engagement engagement) {
    engagements
        .row(ENGAGEMENTS.columns().size())
        .integer(sourceId)
        .text(call.pbxId())
        .text(engagement.manager())
        .instant(engagement.from())
        .instant(engagement.until());
  }
}
