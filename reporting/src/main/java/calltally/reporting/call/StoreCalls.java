package calltally.reporting.call;

import calltally.sql.jooq.calls.tables.records.AttemptRecord;
import calltally.sql.jooq.calls.tables.records.CallRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes derived calls and their attempts, many rows a statement. */
final class StoreCalls implements AutoCloseable {

  private static final int ROWS_A_BATCH = 1_000;

  private final DSLContext sql;
  private final List<CallRecord> calls = new ArrayList<>();
  private final List<AttemptRecord> attempts = new ArrayList<>();

  StoreCalls(DSLContext sql) {
    this.sql = sql;
  }

  void store(int sourceId, Call call) {
    calls.add(callRow(sourceId, call));
    for (int i = 0; i < call.attempts().size(); i++) {
      attempts.add(attemptRow(sourceId, call, i));
    }
    if (calls.size() >= ROWS_A_BATCH) {
      close();
    }
  }

  /** Writes what is left. */
  @Override
  public void close() {
    sql.batchInsert(calls).execute();
    sql.batchInsert(attempts).execute();
    calls.clear();
    attempts.clear();
  }

  private static CallRecord callRow(int sourceId, Call call) {
    CallRecord row = new CallRecord();
    row.setSourceId(sourceId);
    row.setPbxId(call.pbxId());
    row.setDirection(call.direction().text());
    row.setStartedAt(call.localStart().toInstant());
    row.setAnsweredAt(call.answeredAt());
    row.setEndedAt(call.endedAt());
    row.setLine(call.line());
    row.setLineName(call.directory().lineName(call.line()));
    row.setDepartment(call.directory().lineDepartment(call.line()));
    row.setCustomer(call.customer());
    row.setManagerNumber(call.managerNumber());
    row.setManager(call.directory().managerName(call.managerNumber()));
    row.setOutcome(call.outcome().text());
    row.setMissedReason(call.missedReason() == null ? null : call.missedReason().text());
    row.setIsShort(call.isShort());
    row.setWaitSeconds(seconds(call.waitTime()));
    row.setTalkSeconds(seconds(call.talkTime()));
    row.setReportedDurationSeconds(call.reportedDuration());
    row.setAttempts(call.attempts().size());
    row.setRecordingUrl(call.recording());
    row.setHasVoicemail(call.voicemail() != null);
    row.setVoicemailUrl(call.voicemail() == null ? null : call.voicemail().url());
    row.setTags(call.tags() == null ? null : call.tags().toArray(String[]::new));
    row.setHourStart(call.localStart().truncatedTo(ChronoUnit.HOURS).toInstant());
    row.setLocalDate(call.localStart().toLocalDate());
    row.setLocalHour((short) call.localStart().getHour());
    row.setInWorkingHours(call.inWorkingHours());
    row.setIsInternal(call.isInternal());
    row.setIsComplete(call.complete());
    row.setAnomalies(call.anomalies().stream().map(Anomaly::text).toArray(String[]::new));
    return row;
  }

  private static AttemptRecord attemptRow(int sourceId, Call call, int index) {
    Attempt attempt = call.attempts().get(index);
    Ring ring = attempt.ring();
    AttemptRecord row = new AttemptRecord();
    row.setSourceId(sourceId);
    row.setPbxId(call.pbxId());
    row.setAttemptNo(index + 1);
    row.setManagerNumber(ring.number());
    row.setManager(ring.manager());
    row.setDepartment(call.directory().managerDepartment(ring.number()));
    row.setStartedAt(ring.start());
    row.setEndedAt(ring.end());
    row.setOutcome(attempt.outcome().text());
    row.setRingSeconds(seconds(attempt.ringTime()));
    row.setImplied(ring.implied());
    row.setLocalDate(call.localStart().toLocalDate());
    return row;
  }

  /** Seconds with milliseconds, half up. */
  private static @Nullable BigDecimal seconds(@Nullable Duration time) {
    return time == null ? null : BigDecimal.valueOf(Milliseconds.of(time).toMillis(), 3);
  }
}
