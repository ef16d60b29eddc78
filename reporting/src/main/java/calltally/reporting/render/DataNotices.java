package calltally.reporting.render;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DataQuality.LowCoverage;
import calltally.reporting.report.DataQuality.Silence;
import calltally.reporting.report.ReportHead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Warnings above the figures: low coverage, a silent feed, days without data, what is not told. */
final class DataNotices {

  private static final int DATES_NAMED = 7;

  private final ReportHead head;
  private final Wording wording;
  private final Notation notation;

  private DataNotices(ReportHead head, Wording wording) {
    this.head = head;
    this.wording = wording;
    this.notation = wording.notation();
  }

  /** A line of the box. */
  record Notice(String text) {}

  /** The box of warnings; empty without any. */
  static List<Section> of(ReportHead head, Wording wording) {
    List<Notice> notices = new DataNotices(head, wording).notices();
    return notices.isEmpty()
        ? List.of()
        : List.of(new Section("shared/notice", notices, Map.of("title", title(head, wording))));
  }

  /** The title of the box. */
  static String title(ReportHead head, Wording wording) {
    return wording.text(head.quality().hasData() ? "notice.title" : "notice.nothing.title");
  }

  /** The lines of the box. */
  static List<String> sentences(ReportHead head, Wording wording) {
    return new DataNotices(head, wording).notices().stream().map(Notice::text).toList();
  }

  private List<Notice> notices() {
    DataQuality quality = head.quality();
    List<Notice> notices = new ArrayList<>();
    if (!quality.hasData()) {
      notices.add(new Notice(noData()));
      return notices;
    }
    if (!quality.daysWithoutData().isEmpty()) {
      notices.add(new Notice(daysWithoutData()));
    }
    quality.silences().forEach(silence -> notices.add(new Notice(silence(silence))));
    quality.lowCoverage().forEach(day -> notices.add(new Notice(coverage(day))));
    if (quality.untold().hasRings()) {
      notices.add(new Notice(wording.counted("notice.rings", quality.untold().rings())));
    }
    if (quality.untold().hasRings() && quality.untold().waits() > 0) {
      notices.add(new Notice(wording.counted("notice.waits", quality.untold().waits())));
    }
    return notices;
  }

  /** Since when nothing comes, what was refused, and what to check. */
  private String noData() {
    int rejected = head.quality().rejected();
    String refused = rejected == 0 ? "" : wording.counted("notice.rejected", rejected) + " ";
    Instant last = head.quality().lastCallAt();
    return last != null && !last.isBefore(head.period().end())
        ? refused + lastCall("notice.no_data", last)
        : (last == null ? wording.text("notice.never") : lastCall("notice.silent_since", last))
            + " "
            + refused
            + wording.text("notice.check");
  }

  private String lastCall(String key, Instant last) {
    return wording.text(key, notation.dateAndTime(last, head.period().zone()));
  }

  private String daysWithoutData() {
    List<LocalDate> dates = head.quality().daysWithoutData();
    String named =
        dates.stream()
            .limit(DATES_NAMED)
            .map(notation::shortDate)
            .collect(Collectors.joining(", "));
    return wording.counted(
        "notice.days", dates.size(), dates.size() > DATES_NAMED ? named + "…" : named);
  }

  private String silence(Silence silence) {
    return of(
        silence.date(),
        "notice.silence",
        silence.from() == null || silence.until() == null
            ? notation.inWords(silence.longest())
            : notation.time(silence.from(), head.period().zone())
                + "–"
                + notation.time(silence.until(), head.period().zone()),
        notation.inWords(silence.longest()),
        notation.inWords(silence.limit()));
  }

  private String coverage(LowCoverage day) {
    return of(day.date(), "notice.coverage", notation.percent(day.coverage().share()));
  }

  /** A sentence; in a longer period, preceded by the date it is about. */
  private String of(LocalDate date, String key, Object... values) {
    String words = wording.text(key, values);
    return head.period().isDay() ? words : notation.shortDate(date) + ". " + words;
  }
}
