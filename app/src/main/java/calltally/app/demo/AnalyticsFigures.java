package calltally.app.demo;

import static calltally.sql.jooq.analytics.Tables.DAILY_LINE;
import static calltally.sql.jooq.analytics.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The figures of a source's week as the analytics views have them.
 *
 * @param zone of the source; missed callers are counted at the end of the week there
 */
record AnalyticsFigures(DataSource database, String source, LocalDate monday, ZoneId zone) {

  private static final List<Field<Integer>> OF_LINES =
      List.of(
          DAILY_LINE.INCOMING,
          DAILY_LINE.ANSWERED,
          DAILY_LINE.ANSWERED_IN_TIME,
          DAILY_LINE.MISSED,
          DAILY_LINE.UNFINISHED,
          DAILY_LINE.MISSED_CALLER_GAVE_UP,
          DAILY_LINE.MISSED_NO_ANSWER,
          DAILY_LINE.MISSED_BUSY,
          DAILY_LINE.MISSED_UNAVAILABLE,
          DAILY_LINE.MISSED_NOT_OFFERED,
          DAILY_LINE.MISSED_UNKNOWN,
          DAILY_LINE.SHORT_MISSED,
          DAILY_LINE.OUTGOING,
          DAILY_LINE.CONNECTED);

  private static final List<Field<Integer>> OF_MANAGERS =
      List.of(
          DAILY_MANAGER.ATTEMPTS,
          DAILY_MANAGER.ANSWERED,
          DAILY_MANAGER.NO_ANSWER,
          DAILY_MANAGER.BUSY,
          DAILY_MANAGER.BUSY_IN_CALL,
          DAILY_MANAGER.UNAVAILABLE,
          DAILY_MANAGER.TAKEN_BY_ANOTHER,
          DAILY_MANAGER.CALLER_GAVE_UP,
          DAILY_MANAGER.OTHER,
          DAILY_MANAGER.UNTOLD,
          DAILY_MANAGER.CALLS_OFFERED,
          DAILY_MANAGER.CALLS_ANSWERED,
          DAILY_MANAGER.ANSWERABLE_CALLS,
          DAILY_MANAGER.PICKED_UP_CALLS,
          DAILY_MANAGER.MISSED_CALLS,
          DAILY_MANAGER.TALK_COUNT,
          milliseconds(DAILY_MANAGER.TALK_SUM, "talk_milliseconds"),
          DAILY_MANAGER.TRANSFERS_IN,
          DAILY_MANAGER.TRANSFERS_OUT,
          DAILY_MANAGER.OUTGOING,
          DAILY_MANAGER.CONNECTED,
          milliseconds(DAILY_MANAGER.OUTGOING_TALK_SUM, "outgoing_talk_milliseconds"));

  private static final List<Field<? extends Number>> OF_NOTIFICATIONS =
      List.of(DATA_QUALITY.NOTIFICATIONS, DATA_QUALITY.DUPLICATES);

  /** All that a simulation knows too. */
  public WeekFigures figures() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    WeekFigures figures = new WeekFigures();
    lines(sql, figures);
    notifications(sql, figures);
    managers(sql, figures);
    new MissedCallerFigures(source, monday, zone).put(sql, figures);
    return figures;
  }

  private static Field<Integer> milliseconds(Field<BigDecimal> seconds, String name) {
    return seconds.mul(1000).cast(SQLDataType.INTEGER).as(name);
  }

  private void lines(DSLContext sql, WeekFigures figures) {
    List<Field<?>> sums =
        OF_LINES.stream().<Field<?>>map(field -> sum(field).as(field.getName())).toList();
    sql.select(DAILY_LINE.LOCAL_DATE)
        .select(sums)
        .from(DAILY_LINE)
        .where(DAILY_LINE.SOURCE.eq(source))
        .and(DAILY_LINE.LOCAL_DATE.between(monday, sunday()))
        .groupBy(DAILY_LINE.LOCAL_DATE)
        .forEach(day -> put(figures, text(day, DAILY_LINE.LOCAL_DATE), day, sums));
  }

  private void notifications(DSLContext sql, WeekFigures figures) {
    sql.select(DATA_QUALITY.LOCAL_DATE)
        .select(OF_NOTIFICATIONS)
        .from(DATA_QUALITY)
        .where(DATA_QUALITY.SOURCE.eq(source))
        .and(DATA_QUALITY.LOCAL_DATE.between(monday, sunday()))
        .forEach(day -> put(figures, text(day, DATA_QUALITY.LOCAL_DATE), day, OF_NOTIFICATIONS));
  }

  private void managers(DSLContext sql, WeekFigures figures) {
    sql.select(DAILY_MANAGER.LOCAL_DATE, DAILY_MANAGER.MANAGER)
        .select(OF_MANAGERS)
        .from(DAILY_MANAGER)
        .where(DAILY_MANAGER.SOURCE.eq(source))
        .and(DAILY_MANAGER.LOCAL_DATE.between(monday, sunday()))
        .forEach(
            day ->
                put(
                    figures,
                    text(day, DAILY_MANAGER.LOCAL_DATE) + " " + text(day, DAILY_MANAGER.MANAGER),
                    day,
                    OF_MANAGERS));
  }

  private static void put(
      WeekFigures figures, String about, Record row, List<? extends Field<?>> fields) {
    fields.forEach(
        field -> figures.put(about, field.getName(), row.get(field.getName(), Integer.class)));
  }

  private static String text(Record row, Field<?> field) {
    return String.valueOf(row.get(field));
  }

  private LocalDate sunday() {
    return monday.plusDays(6);
  }
}
