package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.WAITING_CALLERS;
import static org.jooq.impl.DSL.coalesce;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.WaitingCaller;
import calltally.sql.jooq.analytics.tables.WaitingCallers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The callers that a database function returns, most missed calls first, then oldest.
 *
 * @param callers a table with the columns of {@code analytics.waiting_callers}
 */
record SelectCallers(String source, Table<?> callers) {

  private static final String OWNER = "line_owner";
  private static final WaitingCallers COLUMNS = WAITING_CALLERS;
  private static final Field<String> LISTEN =
      coalesce(CALL.VOICEMAIL_URL, CALL.RECORDING_URL).as("listen");

  /** A caller, and whether they called in the period, and on which date. */
  record Listed(WaitingCaller caller, boolean isOfPeriod, LocalDate date) {}

  List<Listed> run(DSLContext sql) {
    Result<? extends Record> rows =
        sql.select(callers.fields())
            .select(owner(), LISTEN)
            .from(callers)
            .join(CALL)
            .on(CALL.SOURCE.eq(source))
            .and(CALL.PBX_ID.eq(of(COLUMNS.PBX_ID)))
            .orderBy(order())
            .fetch();
    Map<String, List<String>> rung =
        new SelectManagersRung(source, rows.getValues(COLUMNS.PBX_ID)).run(sql);
    return rows.map(
        row -> listed(row, rung.getOrDefault(row.get(COLUMNS.PBX_ID), List.of()), row.get(LISTEN)));
  }

  /** The same without the phones that rang and without recordings. */
  List<Listed> brief(DSLContext sql) {
    return sql.select(callers.fields())
        .select(owner())
        .from(callers)
        .orderBy(order())
        .fetch(row -> listed(row, List.of(), null));
  }

  private Field<String> owner() {
    return new LineOwner(source)
        .of(of(COLUMNS.LINE), of(COLUMNS.LINE_NAME), of(COLUMNS.LOCAL_DATE))
        .as(OWNER);
  }

  private List<SortField<?>> order() {
    return List.of(
        of(COLUMNS.MISSED_CALLS).desc(), of(COLUMNS.MISSED_AT).asc(), of(COLUMNS.CUSTOMER).asc());
  }

  private <T> Field<T> of(Field<T> column) {
    return Objects.requireNonNull(callers.field(column));
  }

  private static Listed listed(Record row, List<String> rung, @Nullable String listen) {
    return new Listed(
        caller(row, rung, listen), row.get(COLUMNS.OF_PERIOD), row.get(COLUMNS.LOCAL_DATE));
  }

  private static WaitingCaller caller(Record row, List<String> rung, @Nullable String listen) {
    String reason = row.get(COLUMNS.MISSED_REASON);
    return new WaitingCaller(
        row.get(COLUMNS.CUSTOMER),
        new DialledLine(
            row.get(COLUMNS.LINE), row.get(COLUMNS.LINE_NAME), row.get(OWNER, String.class)),
        row.get(COLUMNS.MISSED_CALLS),
        row.get(COLUMNS.MISSED_AT),
        Seconds.orNull(row.get(COLUMNS.WAIT_SECONDS)),
        reason == null ? null : MissedReason.parse(reason),
        row.get(COLUMNS.PRESUMED),
        rung,
        CallbackState.of(row.get(COLUMNS.STATE)),
        row.get(COLUMNS.TRIES),
        row.get(COLUMNS.CALLED_BACK_BY),
        listen);
  }
}
