package calltally.reporting.export;

import calltally.reporting.report.DataQuality;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.RestatedFigure;
import calltally.reporting.report.Scope;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns about the report itself. */
final class HeadColumns {

  private HeadColumns() {}

  /** What the report covers, and when it was generated. */
  static Columns<ReportHead> subject() {
    return new Columns<ReportHead>()
        .word("report", ReportHead::kind)
        .with(scope(), ReportHead::scope)
        .date("first_date", head -> head.period().from())
        .date("last_date", head -> head.period().lastDate())
        .text("zone", head -> head.period().zone().getId())
        .moment("generated_at", ReportHead::generatedAt)
        .decimal("run", head -> head.run() == null ? null : BigDecimal.valueOf(head.run()));
  }

  private static Columns<Scope> scope() {
    return new Columns<Scope>()
        .text("source", Scope::source)
        .number("line", HeadColumns::line)
        .text("department", Scope::department)
        .text("manager", Scope::manager);
  }

  private static @Nullable String line(Scope scope) {
    return scope.line() == null ? null : scope.line().number();
  }

  /** Targets, thresholds and the quality of the data. */
  static Columns<ReportHead> grounds() {
    return new Columns<ReportHead>()
        .with("target", targets(), ReportHead::targets)
        .with(thresholds(), ReportHead::thresholds)
        .with(quality(), ReportHead::quality);
  }

  private static Columns<Targets> targets() {
    return new Columns<Targets>()
        .share("answer_rate", Targets::answerRate)
        .share("service_level", Targets::serviceLevel);
  }

  private static Columns<Thresholds> thresholds() {
    return new Columns<Thresholds>()
        .seconds("service_level_seconds", Thresholds::serviceLevel)
        .seconds("short_call_seconds", Thresholds::shortCall)
        .seconds("fair_ring_seconds", Thresholds::fairRing)
        .seconds("least_contact_seconds", Thresholds::leastContact)
        .seconds("callback_window_seconds", Thresholds::callbackWindow);
  }

  private static Columns<DataQuality> quality() {
    return new Columns<DataQuality>()
        .count("notifications", DataQuality::notifications)
        .count("duplicates", DataQuality::duplicates)
        .count("rejected", DataQuality::rejected)
        .count("late", DataQuality::late)
        .count("calls", DataQuality::calls)
        .count("internal", DataQuality::internal)
        .count("rings_unknown", quality -> quality.untold().rings())
        .count("wait_unknown", quality -> quality.untold().waits())
        .rate("coverage", DataQuality::coverage)
        .names("low_coverage_days", quality -> lowCoverage(quality))
        .names("silent_days", quality -> silent(quality))
        .names("days_without_data", quality -> texts(quality.daysWithoutData()));
  }

  private static List<String> lowCoverage(DataQuality quality) {
    return texts(quality.lowCoverage().stream().map(DataQuality.LowCoverage::date).toList());
  }

  private static List<String> silent(DataQuality quality) {
    return texts(quality.silences().stream().map(DataQuality.Silence::date).toList());
  }

  private static List<String> texts(List<LocalDate> dates) {
    return dates.stream().map(LocalDate::toString).toList();
  }

  static Columns<RestatedFigure> restated() {
    return new Columns<RestatedFigure>()
        .date("local_date", RestatedFigure::date)
        .figure("figure", RestatedFigure::name)
        .decimal("printed", RestatedFigure::printed)
        .decimal("value", RestatedFigure::value);
  }
}
