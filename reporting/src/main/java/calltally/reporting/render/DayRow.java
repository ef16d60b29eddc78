package calltally.reporting.render;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.DayCalls;
import java.util.List;

/**
 * A date in a period of several.
 *
 * @param rate share of its calls that were answered; {@link Notation#NONE} without calls
 */
public record DayRow(String date, String incoming, String missed, String rate) {

  private static final int MOST = 10;

  /** A row per date; none for a single date, or for more than a reader takes in at a glance. */
  static List<DayRow> of(List<DayCalls> days, Wording wording) {
    return days.size() < 2 || days.size() > MOST
        ? List.of()
        : days.stream().map(day -> of(day, wording)).toList();
  }

  private static DayRow of(DayCalls day, Wording wording) {
    Notation notation = wording.notation();
    return new DayRow(
        wording.text("weekday." + day.date().getDayOfWeek().getValue())
            + " "
            + notation.shortDate(day.date()),
        day.hasData() ? notation.count(day.calls().incoming()) : Notation.NONE,
        day.hasData() ? notation.count(day.calls().missed()) : Notation.NONE,
        notation.percent(day.calls().answerRate().share()));
  }
}
