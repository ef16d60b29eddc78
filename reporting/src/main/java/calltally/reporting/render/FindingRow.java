package calltally.reporting.render;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.Finding;
import calltally.reporting.report.Finding.Evidence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An unusual finding as a sentence.
 *
 * @param evidence the rows behind it, as text
 */
public record FindingRow(String sentence, String evidence) {

  /** The findings under a heading; empty when nothing was unusual. */
  static List<Section> section(List<Finding> findings, Wording wording) {
    return findings.isEmpty()
        ? List.of()
        : List.of(
            new Section(
                "shared/findings",
                of(findings, wording),
                Map.of("title", wording.text("findings.title"), "note", "")));
  }

  static List<FindingRow> of(List<Finding> findings, Wording wording) {
    return findings.stream().map(finding -> of(finding, wording)).toList();
  }

  private static FindingRow of(Finding finding, Wording wording) {
    Notation notation = wording.notation();
    String sentence =
        wording.text(
            "finding." + Wording.key(finding.rule()),
            subject(finding, wording),
            notation.count(finding.rate().part()),
            notation.count(finding.rate().whole()),
            notation.roundPercent(finding.rate().share().orElse(0)),
            notation.roundPercent(finding.baseline()));
    return new FindingRow(sentence, evidence(finding, wording));
  }

  private static String subject(Finding finding, Wording wording) {
    String subject = finding.subject() == null ? "" : finding.subject();
    return switch (finding.rule()) {
      case HOUR -> wording.text("finding.hour.subject", hour(subject, 0), hour(subject, 1));
      case LINE -> wording.named("scope.line", PhoneNumberFormat.readable(subject));
      case CAUSE -> wording.text("reason." + Wording.key(MissedReason.valueOf(subject)));
    };
  }

  private static String hour(String subject, int later) {
    return "%02d:00".formatted(Integer.parseInt(subject) + later);
  }

  /** The rows behind it, and what is left, so that they add up. */
  private static String evidence(Finding finding, Wording wording) {
    int named = finding.evidence().stream().mapToInt(Evidence::missed).sum();
    int other = finding.rate().part() - named;
    String rest =
        other > 0 && named > 0
            ? wording.text("finding.evidence.other", wording.notation().count(other))
            : "";
    return Stream.concat(
            finding.evidence().stream().map(row -> evidence(row, wording)), Stream.of(rest))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String evidence(Evidence row, Wording wording) {
    String name =
        row.line() != null
            ? LineName.of(row.line(), wording)
            : row.reason() == null ? "" : wording.text("reason." + Wording.key(row.reason()));
    return wording.text("finding.evidence", name, wording.notation().count(row.missed()));
  }
}
