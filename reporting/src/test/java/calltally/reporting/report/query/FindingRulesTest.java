package calltally.reporting.report.query;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FindingRulesTest {

  private static final DialledLine SALES = new DialledLine("+375290000001", "Sales", null);

  /** One of ten missed is the baseline. */
  private static Optional<Finding> ofHour(int answered, int missed, int baselineCalls) {
    FindingRules rules =
        new FindingRules(
            MissedReasons.NONE,
            Map.of(9, hour(baselineCalls - baselineCalls / 10, baselineCalls / 10)),
            Map.of());
    return rules.largest(MissedReasons.NONE, Map.of(9, hour(answered, missed)), List.of());
  }

  private static HourOfDayCalls hour(int answered, int missed) {
    return new HourOfDayCalls(
        calls(answered, missed), new MissedReasons(Map.of(MissedReason.BUSY, missed)));
  }

  private static CallCounts calls(int answered, int missed) {
    return new CallCounts(answered + missed, answered, missed, 0, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "6, 4, 20, true", // 3 above the baseline of 1
    "7, 3, 20, false", // 2 above
    "6, 4, 19, false", // too few calls to know the baseline
    "85, 15, 100, true", // one and a half times the baseline
    "86, 14, 100, false",
  })
  void an_hour_is_unusual_by_excess_ratio_and_history(
      int answered, int missed, int baselineCalls, boolean isUnusual) {
    assertThat(ofHour(answered, missed, baselineCalls).isPresent()).isEqualTo(isUnusual);
  }

  @Test
  void a_finding_comes_with_the_rows_behind_it() {
    assertThat(ofHour(6, 4, 100))
        .contains(
            new Finding(
                Rule.HOUR,
                "9",
                new Rate(4, 10),
                0.1,
                List.of(new Evidence(MissedReason.BUSY, null, 4))));
  }

  @Test
  void every_reason_of_an_hour_is_named() {
    MissedReasons reasons =
        new MissedReasons(
            Map.of(
                MissedReason.BUSY, 4,
                MissedReason.NO_ANSWER, 3,
                MissedReason.UNAVAILABLE, 2,
                MissedReason.NOT_OFFERED, 1));
    FindingRules rules = new FindingRules(MissedReasons.NONE, Map.of(9, hour(90, 10)), Map.of());

    Finding finding =
        rules
            .largest(
                MissedReasons.NONE, Map.of(9, new HourOfDayCalls(calls(0, 10), reasons)), List.of())
            .orElseThrow();

    assertThat(finding.evidence()).extracting(Evidence::missed).containsExactly(4, 3, 2, 1);
  }

  @Test
  void the_largest_of_several_excesses_is_reported() {
    MissedReasons reasons = new MissedReasons(Map.of(MissedReason.BUSY, 9));
    FindingRules rules =
        new FindingRules(
            new MissedReasons(Map.of(MissedReason.BUSY, 5, MissedReason.NO_ANSWER, 15)),
            Map.of(9, hour(90, 10)),
            Map.of(SALES, calls(90, 10)));
    LineCalls line = new LineCalls(SALES, null, calls(40, 9), reasons);

    Finding finding = rules.largest(reasons, Map.of(9, hour(6, 4)), List.of(line)).orElseThrow();

    assertThat(finding.rule()).isEqualTo(Rule.CAUSE);
    assertThat(finding.subject()).isEqualTo("BUSY");
    assertThat(finding.evidence()).containsExactly(new Evidence(null, SALES, 9));
    assertThat(FindingRules.excess(finding)).isEqualTo(6.75);
  }

  @Test
  void a_line_is_named_as_in_the_directory() {
    FindingRules rules =
        new FindingRules(MissedReasons.NONE, Map.of(), Map.of(SALES, calls(90, 10)));
    LineCalls line = new LineCalls(SALES, null, calls(10, 10), MissedReasons.NONE);

    assertThat(rules.largest(MissedReasons.NONE, Map.of(), List.of(line)))
        .get()
        .extracting(Finding::rule, Finding::subject)
        .containsExactly(Rule.LINE, "Sales");
  }
}
