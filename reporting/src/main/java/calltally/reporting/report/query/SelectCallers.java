package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.WAITING_CALLERS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackList.Group;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.WaitingCaller;
import calltally.sql.jooq.analytics.tables.WaitingCallers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
  private static final Field<Integer> PLACE = field(name("place"), Integer.class);
  private static final Field<Integer> PLACE_IN_GROUP = field(name("place_in_group"), Integer.class);
  private static final Field<Integer> GROUP_SIZE = field(name("group_size"), Integer.class);
  private static final IdentityHashMap<Field<?>, Integer> PLACES = places();
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

  /**
   * The same of the first callers, those of the period before all others; the groups count
   * everybody.
   */
  CallbackList first(int most, DSLContext sql) {
    List<Field<?>> group =
        List.of(of(COLUMNS.OF_PERIOD), of(COLUMNS.LINE), of(COLUMNS.STATE), of(COLUMNS.PRESUMED));
    List<SortField<?>> order = new ArrayList<>(order());
    order.add(0, of(COLUMNS.OF_PERIOD).desc());
    Table<?> ranked =
        select(callers.fields())
            .select(
                rowNumber().over(orderBy(order)).as(PLACE),
                rowNumber().over(partitionBy(group)).as(PLACE_IN_GROUP),
                count().over(partitionBy(group)).as(GROUP_SIZE))
            .from(callers)
            .asTable("ranked");
    SelectCallers named = new SelectCallers(source, ranked);
    Result<? extends Record> rows =
        sql.select(ranked.fields())
            .select(named.owner())
            .from(ranked)
            .where(named.of(PLACE).le(most))
            .or(named.of(PLACE_IN_GROUP).eq(1))
            .orderBy(named.of(PLACE))
            .fetch();
    return list(rows, most);
  }

  private static CallbackList list(Result<? extends Record> rows, int most) {
    List<Listed> listed =
        rows.stream()
            .filter(row -> row.get(PLACE) <= most)
            .map(row -> listed(row, List.of(), null))
            .toList();
    List<Group> groups =
        rows.stream()
            .filter(row -> row.get(PLACE_IN_GROUP) == 1)
            .map(
                row ->
                    new Group(
                        of(COLUMNS.OF_PERIOD, row),
                        of(COLUMNS.LINE, row),
                        CallbackState.of(of(COLUMNS.STATE, row)),
                        of(COLUMNS.PRESUMED, row),
                        row.get(GROUP_SIZE)))
            .toList();
    return new CallbackList(
        listed.stream().filter(Listed::isOfPeriod).map(Listed::caller).toList(),
        listed.stream().filter(caller -> !caller.isOfPeriod()).map(Listed::caller).toList(),
        List.of(),
        List.of(),
        groups);
  }

  private static IdentityHashMap<Field<?>, Integer> places() {
    IdentityHashMap<Field<?>, Integer> places = new IdentityHashMap<>();
    for (Field<?> column : COLUMNS.fields()) {
      places.put(column, places.size());
    }
    return places;
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
        caller(row, rung, listen), of(COLUMNS.OF_PERIOD, row), of(COLUMNS.LOCAL_DATE, row));
  }

  private static WaitingCaller caller(Record row, List<String> rung, @Nullable String listen) {
    String reason = of(COLUMNS.MISSED_REASON, row);
    return new WaitingCaller(
        of(COLUMNS.CUSTOMER, row),
        new DialledLine(
            of(COLUMNS.LINE, row), of(COLUMNS.LINE_NAME, row), row.get(OWNER, String.class)),
        of(COLUMNS.MISSED_CALLS, row),
        of(COLUMNS.MISSED_AT, row),
        Seconds.orNull(of(COLUMNS.WAIT_SECONDS, row)),
        reason == null ? null : MissedReason.parse(reason),
        of(COLUMNS.PRESUMED, row),
        rung,
        CallbackState.of(of(COLUMNS.STATE, row)),
        of(COLUMNS.TRIES, row),
        of(COLUMNS.CALLED_BACK_BY, row),
        listen);
  }

  /** Found by its place: a search by name takes longer than the query, and rows are many. */
  private static <T> T of(Field<T> column, Record row) {
    return column.getType().cast(row.get(Objects.requireNonNull(PLACES.get(column))));
  }
}
