package calltally.reporting.export;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.DayCalls;
import calltally.reporting.report.DepartmentCalls;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Finding;
import calltally.reporting.report.Finding.Rule;
import calltally.reporting.report.HourCalls;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Totals;
import calltally.reporting.report.WeekdayHourCalls;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns of calls. */
final class CallColumns {

  private CallColumns() {}

  static Columns<CallCounts> counts() {
    return new Columns<CallCounts>()
        .count("incoming", CallCounts::incoming)
        .count("answered", CallCounts::answered)
        .count("missed", CallCounts::missed)
        .count("unfinished", CallCounts::unfinished)
        .count("short_missed", CallCounts::shortMissed)
        .count("missed_outside_hours", CallCounts::missedOutsideHours)
        .count("answered_in_time", CallCounts::answeredInTime)
        .count("waits_known", CallCounts::waitsKnown)
        .rate("answer_rate", CallCounts::answerRate)
        .rate("service_level", CallCounts::serviceLevel);
  }

  static Columns<MissedReasons> reasons() {
    Columns<MissedReasons> columns = new Columns<>();
    for (MissedReason reason : MissedReason.values()) {
      columns.count(
          "missed_" + reason.name().toLowerCase(Locale.ROOT), reasons -> reasons.of(reason));
    }
    return columns;
  }

  static Columns<Totals> totals() {
    return new Columns<Totals>()
        .with(counts(), Totals::calls)
        .with(reasons(), Totals::reasons)
        .with(MissedCallerColumns.callers(), Totals::missedCallers)
        .count("outgoing", Totals::outgoing)
        .count("connected", Totals::connected);
  }

  static Columns<Comparison> comparison() {
    return new Columns<Comparison>()
        .word("basis", Comparison::basis)
        .decimal("incoming", comparison -> BigDecimal.valueOf(comparison.incoming()))
        .rate("answer_rate", Comparison::answerRate)
        .rate("service_level", Comparison::serviceLevel)
        .decimal("callers", comparison -> BigDecimal.valueOf(comparison.missedCallers()))
        .decimal("waiting", comparison -> BigDecimal.valueOf(comparison.waiting()));
  }

  static Columns<Finding> findings() {
    return new Columns<Finding>()
        .word("rule", Finding::rule)
        .text("subject", finding -> finding.rule() == Rule.CAUSE ? null : finding.subject())
        .word("missed_reason", CallColumns::cause)
        .rate("missed_rate", Finding::rate)
        .share("usual_rate", finding -> BigDecimal.valueOf(finding.baseline()));
  }

  private static @Nullable Enum<?> cause(Finding finding) {
    return finding.rule() == Rule.CAUSE && finding.subject() != null
        ? MissedReason.valueOf(finding.subject())
        : null;
  }

  static Columns<HourCalls> hours() {
    return new Columns<HourCalls>()
        .moment("hour_start", HourCalls::start)
        .count("local_hour", hour -> hour.time().getHour())
        .with(counts(), HourCalls::calls);
  }

  static Columns<DayCalls> days() {
    return new Columns<DayCalls>()
        .date("local_date", DayCalls::date)
        .yes("has_data", DayCalls::hasData)
        .with(counts(), DayCalls::calls);
  }

  static Columns<WeekdayHourCalls> weekdayHours() {
    return new Columns<WeekdayHourCalls>()
        .word("weekday", WeekdayHourCalls::weekday)
        .count("local_hour", WeekdayHourCalls::hour)
        .with(counts(), WeekdayHourCalls::calls);
  }

  static Columns<LineCalls> lines() {
    return new Columns<LineCalls>()
        .with(line(), LineCalls::line)
        .text("department", LineCalls::department)
        .with(counts(), LineCalls::calls)
        .with(reasons(), LineCalls::reasons);
  }

  static Columns<DepartmentCalls> departments() {
    return new Columns<DepartmentCalls>()
        .text("department", DepartmentCalls::department)
        .with(counts(), DepartmentCalls::calls);
  }

  /** The line: its number, and its name or the manager who owns it. */
  static Columns<DialledLine> line() {
    return new Columns<DialledLine>()
        .number("line", DialledLine::number)
        .text("line_name", line -> line.name() == null ? line.manager() : line.name());
  }

  static @Nullable BigDecimal decimal(@Nullable Double value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }
}
