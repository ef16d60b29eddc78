package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.WAITING_CALLERS;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.coalesce;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.WaitingCaller;
import calltally.sql.jooq.analytics.tables.WaitingCallers;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/** Callers still to be reached when the report was generated, those of the period first. */
record SelectWaitingCallers(ReportHead head) {

  CallbackList run(DSLContext sql) {
    WaitingCallers callers = callers();
    Field<String> owner =
        new LineOwner(head.scope().source())
            .of(callers.LINE, callers.LINE_NAME, callers.LOCAL_DATE)
            .as("line_owner");
    Field<String> listen = coalesce(CALL.VOICEMAIL_URL, CALL.RECORDING_URL).as("listen");
    Result<? extends Record> rows =
        sql.select(callers.fields())
            .select(owner, listen)
            .from(callers)
            .join(CALL)
            .on(CALL.SOURCE.eq(head.scope().source()))
            .and(CALL.PBX_ID.eq(callers.PBX_ID))
            .orderBy(
                callers.OF_PERIOD.desc(),
                callers.MISSED_CALLS.desc(),
                callers.MISSED_AT,
                callers.CUSTOMER)
            .fetch();
    Map<String, List<String>> rung =
        new SelectManagersRung(head.scope().source(), rows.getValues(callers.PBX_ID)).run(sql);
    Map<Boolean, List<WaitingCaller>> parts =
        rows.stream()
            .collect(
                partitioningBy(
                    row -> row.get(callers.OF_PERIOD),
                    mapping(
                        row ->
                            caller(
                                row,
                                callers,
                                new DialledLine(
                                    row.get(callers.LINE),
                                    row.get(callers.LINE_NAME),
                                    row.get(owner)),
                                rung.getOrDefault(row.get(callers.PBX_ID), List.of()),
                                row.get(listen)),
                        toList())));
    return new CallbackList(
        parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
  }

  private WaitingCallers callers() {
    return WAITING_CALLERS(
        head.scope().source(),
        head.generatedAt(),
        head.period().from(),
        head.period().until(),
        head.scope().lineNumber(),
        head.scope().department());
  }

  private static WaitingCaller caller(
      Record row,
      WaitingCallers callers,
      DialledLine line,
      List<String> rung,
      @org.jspecify.annotations.Nullable String listen) {
    return new WaitingCaller(
        row.get(callers.CUSTOMER),
        line,
        row.get(callers.MISSED_CALLS),
        row.get(callers.MISSED_AT),
        Seconds.orNull(row.get(callers.WAIT_SECONDS)),
        MissedReason.parse(row.get(callers.MISSED_REASON)),
        rung,
        CallbackState.of(row.get(callers.STATE)),
        row.get(callers.TRIES),
        row.get(callers.CALLED_BACK_BY),
        listen);
  }
}
