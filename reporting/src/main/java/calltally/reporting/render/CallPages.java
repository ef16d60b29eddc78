package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.chart.Charts;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Verdict;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.Period;
import java.util.ArrayList;
import java.util.List;

/** The pages of the daily, weekly and monthly report. */
final class CallPages {

  private final CallReport report;
  private final Wording wording;
  private final Notation notation;
  private final EmptySectionText emptyText;
  private final boolean isDateOfSeveral;

  CallPages(CallReport report, Wording wording) {
    this(report, false, wording);
  }

  private CallPages(CallReport report, boolean isDateOfSeveral, Wording wording) {
    this.report = report;
    this.isDateOfSeveral = isDateOfSeveral;
    this.wording = wording;
    this.notation = wording.notation();
    this.emptyText = new EmptySectionText(report.head(), wording);
  }

  PageModel page() {
    List<Section> sections = new ArrayList<>(DataNotices.of(report.head(), wording));
    sections.add(tiles());
    if (report.head().quality().hasData()) {
      addFigures(sections);
    } else {
      addOfOtherDays(sections);
    }
    sections.addAll(new FootNotes(report.head(), wording).sections(report));
    return new PageHeading(report.head(), wording).page(Verdict.of(report, wording), sections);
  }

  /** Callers of other days wait even if nothing was received. */
  private void addOfOtherDays(List<Section> sections) {
    if (!report.callbacks().isEmpty() || !report.callbacks().isNobodyExpired()) {
      sections.addAll(callbacks());
    }
    addWhen(sections);
  }

  private void addFigures(List<Section> sections) {
    sections.addAll(FindingRow.section(report.findings(), wording));
    if (!report.dates().isEmpty()) {
      sections.addAll(callbacks());
      report.dates().forEach(date -> sections.addAll(new CallPages(date, true, wording).ofDate()));
      addTogether(sections);
      return;
    } else if (report.head().period().isDay()) {
      sections.add(trend());
      sections.addAll(callbacks());
      sections.addAll(managers());
    } else {
      sections.add(trend());
      sections.addAll(managers());
      sections.addAll(callbacks());
    }
    addWhen(sections);
    addWhyAndWhere(sections);
  }

  /** All dates, then the weeks that end with them. */
  private void addTogether(List<Section> sections) {
    sections.add(heading(wording.text("dates.together"), notation.dates(report.head().period())));
    addWhyAndWhere(sections);
    if (hasWeeks()) {
      sections.add(heading(wording.text("dates.weeks"), weeks()));
      addWhen(sections);
    }
  }

  /** The sections for one date of a report of several. */
  private List<Section> ofDate() {
    String date = notation.longDate(report.head().period().from());
    Section heading = heading(date, Verdict.ofDate(report, wording));
    if (!hasCalls() && report.managers().managers().isEmpty()) {
      return List.of(heading);
    }
    List<Section> sections = new ArrayList<>(List.of(heading, tiles(), trend()));
    sections.addAll(managers());
    return sections;
  }

  private static Section heading(String title, String subtitle) {
    return Section.of("shared/date", List.of(new Title(title, subtitle)));
  }

  /** A heading above several sections. */
  record Title(String title, String subtitle) {}

  private Section tiles() {
    return Section.of("shared/tiles", new Tiles(report, wording).tiles());
  }

  private Section trend() {
    String title = titled(report.head().period().isDay() ? "hours.title" : "days.title");
    return hasCalls() || (!report.head().period().isDay() && hasCallsBefore())
        ? Section.drawing("shared/chart", new Caption(title, ""), Charts.calls(report, wording))
        : emptyPart(title, emptyText.of("empty.calls"));
  }

  /** A section's title, with the date where a report of several repeats the section. */
  private String titled(String key) {
    return isDateOfSeveral
        ? wording.text(
            "title.of_date", wording.text(key), notation.shortDate(report.head().period().from()))
        : wording.text(key);
  }

  private boolean hasCalls() {
    return report.totals().calls().incoming() > 0;
  }

  private boolean hasCallsBefore() {
    return report.trend().daysBefore().stream().anyMatch(day -> day.calls().incoming() > 0);
  }

  private static Section emptyPart(String title, String reason) {
    return Section.table("shared/trust", new Caption(title, "", reason), List.of());
  }

  private List<Section> callbacks() {
    return new CallbackPages(report, wording).sections();
  }

  private List<Section> managers() {
    return new ManagerPages(report, this::titled, wording).sections();
  }

  private void addWhen(List<Section> sections) {
    if (hasWeeks()) {
      sections.add(
          Section.drawing(
              "shared/tall",
              new Caption(wording.text("heat.title"), wording.text("heat.note", weeks())),
              Charts.week(report, wording)));
    }
  }

  private boolean hasWeeks() {
    return report.trend().weekdayHours().stream().anyMatch(cell -> cell.calls().incoming() > 0);
  }

  /** The dates of the heat map. */
  private String weeks() {
    Period period = report.head().period();
    return notation.dates(new Period(period.weeksFrom(), period.until(), period.zone()));
  }

  private void addWhyAndWhere(List<Section> sections) {
    sections.add(reasons());
    sections.add(lines());
    if (report.departments().size() > 1) {
      sections.add(departments());
    }
  }

  private Section reasons() {
    String title = wording.text("reasons.title");
    return report.totals().calls().missed() == 0
        ? emptyPart(title, emptyText.of("empty.missed"))
        : Section.drawing(
            "shared/strip",
            new Caption(title, wording.counted("reasons.note", report.totals().calls().missed())),
            Charts.missedReasons(report.totals().reasons(), wording));
  }

  private Section lines() {
    return Section.table(
        "shared/lines",
        new Caption(wording.text("lines.title"), "", emptyText.of("empty.calls")),
        LineRow.of(report.lines(), wording));
  }

  private Section departments() {
    return Section.table(
        "shared/departments",
        new Caption(wording.text("departments.title"), "", ""),
        LineRow.ofDepartments(report.departments(), wording));
  }
}
