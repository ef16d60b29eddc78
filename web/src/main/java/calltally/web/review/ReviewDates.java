package calltally.web.review;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.PeriodLength;
import calltally.web.frame.DateParameters;
import calltally.web.frame.Frame.NavLink;
import calltally.web.frame.TablesPage.Dates;
import calltally.web.frame.View;
import calltally.web.http.Link;
import java.time.LocalDate;
import java.util.List;

/** The dates of a review: by default this week until today. */
record ReviewDates(DateRange chosen, LocalDate today) {

  static ReviewDates of(View view) {
    LocalDate today = view.source().date(view.now());
    return new ReviewDates(DateParameters.of(view, until(PeriodLength.WEEK, today)), today);
  }

  private static DateRange until(PeriodLength length, LocalDate today) {
    return new DateRange(length.containing(today).from(), today.plusDays(1));
  }

  /** Links to the weeks and months that people ask for. */
  List<NavLink> links(String path, View view) {
    DateRange week = until(PeriodLength.WEEK, today);
    DateRange month = until(PeriodLength.MONTH, today);
    return List.of(
        link("this_week", week, path, view),
        link("last_week", PeriodLength.WEEK.before(week), path, view),
        link("this_month", month, path, view),
        link("last_month", PeriodLength.MONTH.before(month), path, view));
  }

  private NavLink link(String name, DateRange dates, String path, View view) {
    Link link =
        Link.to(path)
            .with("source", view.parameter("source"))
            .with("from", dates.from().toString())
            .with("to", dates.until().minusDays(1).toString());
    return new NavLink(view.texts().text("review." + name), link.url(), dates.equals(chosen));
  }

  Dates form(String path, View view) {
    return new Dates(
        path,
        view.source().name(),
        chosen.from().toString(),
        chosen.until().minusDays(1).toString());
  }
}
