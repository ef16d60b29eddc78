package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.WAITING_CALLERS;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import calltally.sql.jooq.analytics.tables.WaitingCallers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Every caller outstanding or tried at the instant, those who called on the date first. */
record SelectWaitingCallers(String source, LocalDate date, Instant judgedAt) {

  private static final WaitingCallers CALLER = WAITING_CALLERS.as("caller");
  private static final Field<String> OWNER = DSL.field(DSL.name("line_owner"), String.class);

  CallbackList run(DSLContext sql) {
    Map<Boolean, List<WaitingCaller>> callers =
        sql.select(CALLER.fields())
            .select(owner())
            .from(WAITING_CALLERS(source, judgedAt, date, date.plusDays(1), null, null).as(CALLER))
            .orderBy(
                CALLER.OF_PERIOD.desc(),
                CALLER.MISSED_CALLS.desc(),
                CALLER.MISSED_AT,
                CALLER.CUSTOMER)
            .collect(
                partitioningBy(
                    row -> row.get(CALLER.OF_PERIOD),
                    mapping(SelectWaitingCallers::caller, toList())));
    return new CallbackList(
        callers.getOrDefault(true, List.of()), callers.getOrDefault(false, List.of()));
  }

  private Field<String> owner() {
    return new LineOwner(source).of(CALLER.LINE, CALLER.LINE_NAME, CALLER.LOCAL_DATE).as(OWNER);
  }

  private static WaitingCaller caller(Record row) {
    return new WaitingCaller(
        row.get(CALLER.CUSTOMER),
        new Line(row.get(CALLER.LINE), row.get(CALLER.LINE_NAME), row.get(OWNER)),
        row.get(CALLER.MISSED_CALLS),
        row.get(CALLER.MISSED_AT),
        Seconds.orNull(row.get(CALLER.WAIT_SECONDS)),
        MissedReason.of(row.get(CALLER.MISSED_REASON)),
        CallbackState.of(row.get(CALLER.STATE)),
        row.get(CALLER.TRIES),
        row.get(CALLER.CALLED_BACK_BY));
  }
}
