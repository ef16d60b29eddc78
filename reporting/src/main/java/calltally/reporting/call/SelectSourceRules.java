package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.LINE_SHIFT;
import static calltally.sql.jooq.config.Tables.SHIFT;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static calltally.sql.jooq.journal.Tables.HORIZON;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;

import calltally.reporting.call.fold.DirectoryIndex;
import calltally.reporting.call.fold.NumberAssignment;
import calltally.reporting.call.fold.RecordingHosts;
import calltally.reporting.call.fold.RetentionHorizon;
import calltally.reporting.call.fold.ShiftCalendar;
import calltally.reporting.call.fold.ShiftCalendar.Shift;
import calltally.reporting.call.fold.SourceRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * The rules by which notifications are read, by source_id.
 *
 * @param which says of a source_id whether the source is one of those to select
 */
record SelectSourceRules(Function<Field<Integer>, Condition> which) {

  static SelectSourceRules ofAllSources() {
    return new SelectSourceRules(sourceId -> noCondition());
  }

  /** Of those that a refresh needs, however many sources there are. */
  static SelectSourceRules ofStaleCalls() {
    return new SelectSourceRules(
        sourceId -> sourceId.in(select(STALE_CALL.SOURCE_ID).from(STALE_CALL)));
  }

  Map<Integer, SourceRules> run(DSLContext sql) {
    Map<Integer, List<Shift>> shifts = shifts(sql);
    Map<Integer, Map<String, List<Shift>>> lineShifts = lineShifts(sql);
    Map<Integer, Set<LocalDate>> holidays = holidays(sql);
    Map<Integer, Map<String, List<NumberAssignment>>> managers = managers(sql);
    Map<Integer, Map<String, List<NumberAssignment>>> lines = lines(sql);
    Map<Integer, SourceRules> rules = new HashMap<>();
    Map<Integer, RetentionHorizon> horizons = horizons(sql);
    sql.selectFrom(SOURCE)
        .where(which.apply(SOURCE.SOURCE_ID))
        .forEach(
            source -> {
              int id = source.getSourceId();
              rules.put(
                  id,
                  new SourceRules(
                      ZoneId.of(source.getZone()),
                      source.getShortCallLimit().toDuration(),
                      source.getFairRing().toDuration(),
                      new ShiftCalendar(
                          shifts.getOrDefault(id, List.of()),
                          holidays.getOrDefault(id, Set.of()),
                          lineShifts.getOrDefault(id, Map.of())),
                      new DirectoryIndex(
                          managers.getOrDefault(id, Map.of()), lines.getOrDefault(id, Map.of())),
                      new RecordingHosts(Set.of(source.getRecordingHosts())),
                      horizons.getOrDefault(id, RetentionHorizon.NONE)));
            });
    return rules;
  }

  private Map<Integer, RetentionHorizon> horizons(DSLContext sql) {
    return sql.select(
            HORIZON.SOURCE_ID, finite(HORIZON.DERIVED_FROM), finite(HORIZON.RECORDINGS_FROM))
        .from(HORIZON)
        .where(which.apply(HORIZON.SOURCE_ID))
        .fetchMap(row -> row.value1(), row -> new RetentionHorizon(row.value2(), row.value3()));
  }

  private static Field<Instant> finite(Field<Instant> horizon) {
    return nullif(horizon, inline("-infinity").cast(horizon));
  }

  private Map<Integer, List<Shift>> shifts(DSLContext sql) {
    return sql.select(SHIFT.SOURCE_ID, SHIFT.WEEKDAY, SHIFT.FROM_TIME, SHIFT.TO_TIME)
        .from(SHIFT)
        .where(which.apply(SHIFT.SOURCE_ID))
        .collect(
            groupingBy(
                row -> row.value1(),
                mapping(
                    row -> new Shift(DayOfWeek.of(row.value2()), row.value3(), row.value4()),
                    toList())));
  }

  private Map<Integer, Map<String, List<Shift>>> lineShifts(DSLContext sql) {
    return sql.selectFrom(LINE_SHIFT)
        .where(which.apply(LINE_SHIFT.SOURCE_ID))
        .collect(
            groupingBy(
                row -> row.getSourceId(),
                groupingBy(
                    row -> row.getLine(),
                    mapping(
                        row ->
                            new Shift(
                                DayOfWeek.of(row.getWeekday()), row.getFromTime(), row.getToTime()),
                        toList()))));
  }

  private Map<Integer, Set<LocalDate>> holidays(DSLContext sql) {
    return sql.select(HOLIDAY.SOURCE_ID, HOLIDAY.LOCAL_DATE)
        .from(HOLIDAY)
        .where(which.apply(HOLIDAY.SOURCE_ID))
        .collect(groupingBy(row -> row.value1(), mapping(row -> row.value2(), toSet())));
  }

  private Map<Integer, Map<String, List<NumberAssignment>>> managers(DSLContext sql) {
    return sql.selectFrom(MANAGER_NUMBER)
        .where(which.apply(MANAGER_NUMBER.SOURCE_ID))
        .collect(
            groupingBy(
                row -> row.getSourceId(),
                groupingBy(
                    row -> row.getNumber(),
                    mapping(
                        row ->
                            new NumberAssignment(
                                row.getManager(),
                                row.getDepartment(),
                                row.getValidFrom(),
                                row.getValidUntil()),
                        toList()))));
  }

  private Map<Integer, Map<String, List<NumberAssignment>>> lines(DSLContext sql) {
    return sql.selectFrom(LINE)
        .where(which.apply(LINE.SOURCE_ID))
        .collect(
            groupingBy(
                row -> row.getSourceId(),
                groupingBy(
                    row -> row.getNumber(),
                    mapping(
                        row ->
                            new NumberAssignment(
                                row.getName(),
                                row.getDepartment(),
                                row.getValidFrom(),
                                row.getValidUntil()),
                        toList()))));
  }
}
