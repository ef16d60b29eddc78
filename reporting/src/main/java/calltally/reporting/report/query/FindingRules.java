package calltally.reporting.report.query;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Finding;
import calltally.reporting.report.Finding.Evidence;
import calltally.reporting.report.Finding.Rule;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Rate;
import calltally.reporting.report.query.SelectFindings.HourOfDayCalls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what is unusual against the baseline, the share in the four weeks before the period.
 * If several apply, the one with the most missed calls above the baseline is reported.
 */
final class FindingRules {

  /** Fewest calls above what the baseline share would have given. */
  static final double LEAST_EXCESS = 3;

  /** Smallest multiple of the baseline share. */
  static final double LEAST_RATIO = 1.5;

  /** Fewest answered or missed calls that a baseline share may rest on. */
  static final int LEAST_HISTORY = 20;

  private static final int MOST_LINES = 3;

  private final MissedReasons baselineReasons;
  private final Map<Integer, HourOfDayCalls> baselineHours;
  private final Map<DialledLine, CallCounts> baselineLines;

  FindingRules(
      MissedReasons baselineReasons,
      Map<Integer, HourOfDayCalls> baselineHours,
      Map<DialledLine, CallCounts> baselineLines) {
    this.baselineReasons = baselineReasons;
    this.baselineHours = baselineHours;
    this.baselineLines = baselineLines;
  }

  Optional<Finding> largest(
      MissedReasons reasons, Map<Integer, HourOfDayCalls> hours, List<LineCalls> lines) {
    List<Finding> findings = new ArrayList<>();
    hours.forEach((hour, calls) -> hour(hour, calls).ifPresent(findings::add));
    lines.forEach(line -> line(line).ifPresent(findings::add));
    reasons.counts().keySet().forEach(r -> cause(r, reasons, lines).ifPresent(findings::add));
    return findings.stream()
        .max(
            Comparator.comparingDouble(FindingRules::excess)
                .thenComparing(Finding::rule, Comparator.reverseOrder()));
  }

  private Optional<Finding> hour(int hour, HourOfDayCalls found) {
    HourOfDayCalls baseline = baselineHours.get(hour);
    return baseline == null
        ? Optional.empty()
        : finding(
            Rule.HOUR,
            String.valueOf(hour),
            missed(found.calls()),
            missed(baseline.calls()),
            ofReasons(found.reasons()));
  }

  private Optional<Finding> line(LineCalls found) {
    CallCounts baseline = baselineLines.get(found.line());
    return baseline == null
        ? Optional.empty()
        : finding(
            Rule.LINE,
            name(found.line()),
            missed(found.calls()),
            missed(baseline),
            ofReasons(found.reasons()));
  }

  private static @Nullable String name(DialledLine line) {
    return line.name() != null ? line.name() : line.isDirect() ? line.manager() : line.number();
  }

  private Optional<Finding> cause(
      MissedReason reason, MissedReasons reasons, List<LineCalls> lines) {
    return finding(
        Rule.CAUSE,
        reason.name(),
        new Rate(reasons.of(reason), reasons.total()),
        new Rate(baselineReasons.of(reason), baselineReasons.total()),
        ofLines(reason, lines));
  }

  private static Optional<Finding> finding(
      Rule rule, @Nullable String subject, Rate found, Rate baseline, List<Evidence> evidence) {
    if (found.share().isEmpty() || baseline.whole() < LEAST_HISTORY) {
      return Optional.empty();
    }
    double baselineShare = baseline.share().orElse(0);
    Finding finding = new Finding(rule, subject, found, baselineShare, evidence);
    return excess(finding) >= LEAST_EXCESS
            && (double) found.part() * baseline.whole()
                >= LEAST_RATIO * baseline.part() * found.whole()
        ? Optional.of(finding)
        : Optional.empty();
  }

  /** The number of calls above what the baseline share would have given. */
  static double excess(Finding finding) {
    return finding.rate().part() - finding.baseline() * finding.rate().whole();
  }

  private static Rate missed(CallCounts calls) {
    return new Rate(calls.missed(), calls.answered() + calls.missed());
  }

  private static List<Evidence> ofReasons(MissedReasons reasons) {
    return largestFirst(
            reasons.counts().entrySet().stream()
                .map(reason -> new Evidence(reason.getKey(), null, reason.getValue())))
        .toList();
  }

  private static List<Evidence> ofLines(MissedReason reason, List<LineCalls> lines) {
    return largestFirst(
            lines.stream().map(line -> new Evidence(null, line.line(), line.reasons().of(reason))))
        .limit(MOST_LINES)
        .toList();
  }

  private static Stream<Evidence> largestFirst(Stream<Evidence> rows) {
    return rows.filter(row -> row.missed() > 0)
        .sorted(Comparator.comparingInt(Evidence::missed).reversed());
  }
}
