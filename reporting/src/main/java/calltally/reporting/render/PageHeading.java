package calltally.reporting.render;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Title, period and footer of every report. */
final class PageHeading {

  private final ReportHead head;
  private final Wording wording;
  private final Notation notation;

  PageHeading(ReportHead head, Wording wording) {
    this.head = head;
    this.wording = wording;
    this.notation = wording.notation();
  }

  /** The page model of these sections. */
  PageModel page(String verdict, List<Section> sections) {
    return new PageModel(
        title(),
        verdict,
        period(),
        generated(),
        wording.text("footer", product(), head.scope().source(), title(), whose()),
        documentTitle(),
        sections);
  }

  /** The title in a viewer's window bar. */
  String documentTitle() {
    return wording.text("metadata.title", title(), head.scope().source(), whose());
  }

  private String whose() {
    return joined(Stream.of(subject(), dates()));
  }

  String title() {
    return wording.text("title." + head.kind());
  }

  /** The scope, dates, hours and time zone. */
  String period() {
    return notation.capital(joined(Stream.of(subject(), dates(), partOfDay(), zone())));
  }

  String generated() {
    return wording.text(
        "generated", notation.dateAndTime(head.generatedAt(), head.period().zone()));
  }

  String product() {
    return wording.text("product", Version.current());
  }

  /**
   * Scope, dates and verdict, as briefly as possible.
   *
   * @param whole whose calls they all are; empty to say which report it is
   */
  String headline(String whole, String verdict) {
    Scope scope = head.scope();
    String names =
        joined(
            Stream.of(
                scope.line() == null ? "" : LineName.of(scope.line(), wording),
                scope.department() == null ? "" : scope.department(),
                scope.manager() == null ? "" : PhoneNumberFormat.readable(scope.manager())));
    return wording.text(
        "headline.of",
        !names.isEmpty() ? names : whole.isEmpty() ? title() : whole,
        notation.briefDates(head.period()),
        verdict);
  }

  /** The scope, unless it is all calls of the source. */
  private String subject() {
    Scope scope = head.scope();
    return joined(
        Stream.of(
            said("scope.line", scope.line() == null ? null : LineName.of(scope.line(), wording)),
            said("scope.department", scope.department()),
            scope.manager() == null ? "" : PhoneNumberFormat.readable(scope.manager())));
  }

  private String said(String key, @Nullable String value) {
    return value == null ? "" : wording.named(key, value);
  }

  private static String joined(Stream<String> texts) {
    return texts
        .filter(Objects::nonNull)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String dates() {
    return notation.dates(head.period());
  }

  /** The hours of a single date; for a longer period, that it is not over yet. */
  private String partOfDay() {
    Period period = head.period();
    if (period.isOverAt(head.generatedAt())) {
      return period.isDay() ? wording.text("period.whole") : "";
    }
    return period.isDay()
        ? wording.text("period.part", notation.time(head.generatedAt(), period.zone()))
        : wording.text("period.not_over");
  }

  /** The time zone, with its offset from UTC unless that changes within the period. */
  private String zone() {
    ZoneRules rules = head.period().zone().getRules();
    ZoneOffset offset = rules.getOffset(head.period().start());
    if (!offset.equals(rules.getOffset(head.period().end()))) {
      return head.period().zone().getId();
    }
    String written = offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + shortened(offset.getId());
    return wording.text("period.zone", head.period().zone().getId(), written);
  }

  /** Shortens +03:00 to +3 and leaves +05:30. */
  private static String shortened(String offset) {
    return offset.endsWith(":00")
        ? offset.charAt(0) + String.valueOf(Integer.parseInt(offset.substring(1, 3)))
        : offset;
  }
}
