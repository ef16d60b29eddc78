package calltally.reporting.report.query;

import calltally.sql.jooq.analytics.tables.ManagerFigures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The course of each manager's answer rate, by day or, over longer periods, by week. */
record SelectAnswerRateTrends(FigureFunctions figures) {

  /** A longer period is shown by week. */
  private static final int DAYS = 14;

  /** With fewer calls that could be answered there is no point: one of two says nothing. */
  private static final int FEWEST_CALLS = 5;

  Map<String, List<@Nullable Double>> run(DSLContext sql) {
    List<LocalDate> starts = starts();
    Map<String, @Nullable Double[]> trends = new HashMap<>();
    ManagerFigures parts = figures.managers(per());
    sql.select(parts.MANAGER, parts.STARTS_ON, parts.ANSWER_RATE)
        .from(parts)
        .where(parts.ANSWERABLE_CALLS.ge(FEWEST_CALLS))
        .forEach(
            row -> {
              int index = starts.indexOf(row.value2());
              if (index >= 0) {
                trends.computeIfAbsent(row.value1(), name -> new Double[starts.size()])[index] =
                    ManagerFields.share(row.value3());
              }
            });
    Map<String, List<@Nullable Double>> lists = new HashMap<>();
    trends.forEach((name, trend) -> lists.put(name, Arrays.asList(trend)));
    return lists;
  }

  private String per() {
    return figures.from().plusDays(DAYS).isBefore(figures.until()) ? "week" : "day";
  }

  private List<LocalDate> starts() {
    if (per().equals("day")) {
      return figures.from().datesUntil(figures.until()).toList();
    }
    List<LocalDate> mondays = new ArrayList<>();
    LocalDate monday = figures.from().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    for (; monday.isBefore(figures.until()); monday = monday.plusWeeks(1)) {
      mondays.add(monday);
    }
    return mondays;
  }
}
