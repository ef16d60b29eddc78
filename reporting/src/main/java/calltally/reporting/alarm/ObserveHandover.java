package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.LATE_HANDOVER;

import calltally.sql.jooq.ledger.tables.records.LateHandoverRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.types.YearToSecond;

/** Observes whether programs and CRMs are notified of callers in time. */
record ObserveHandover(MonitoredSource source, Duration longest, Instant now) {

  Observation run(DSLContext sql) {
    List<LateHandoverRecord> late =
        sql.selectFrom(LATE_HANDOVER(now, YearToSecond.valueOf(longest)))
            .where(LATE_HANDOVER.SOURCE_ID.eq(source.id()))
            .orderBy(LATE_HANDOVER.RECEIVER)
            .fetch();
    return Observation.of(
        AlarmKind.HANDOVER_LATE,
        source,
        late.isEmpty() ? AlarmState.WELL : AlarmState.ALARM,
        facts(late));
  }

  private Map<String, Object> facts(List<LateHandoverRecord> late) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("callers", late.stream().mapToLong(LateHandoverRecord::getCallers).sum());
    facts.put(
        "receivers",
        late.stream().map(LateHandoverRecord::getReceiver).collect(Collectors.joining(", ")));
    facts.put("minutes", longest.toMinutes());
    return facts;
  }
}
