package calltally.reporting.render.chart;

import calltally.reporting.render.chart.ColumnChart.Column;
import calltally.reporting.render.chart.ColumnChart.LegendEntry;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.HourAttempts;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.ManagerWeek;
import calltally.reporting.report.Rate;
import calltally.reporting.report.RingTimeBin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The drawings of a manager's review. */
public final class ReviewCharts {

  private final ManagerReview review;
  private final Wording wording;
  private final Notation notation;

  public ReviewCharts(ManagerReview review, Wording wording) {
    this.review = review;
    this.wording = wording;
    this.notation = wording.notation();
  }

  public Drawing outcomes() {
    AttemptCounts rings = review.own().attempts();
    List<StackedBar.Segment> segments = new ArrayList<>();
    addSegment(segments, "answered", rings.answered(), Fill.of(Palette.ANSWERED));
    addSegment(segments, "no_answer", rings.noAnswer(), Fill.hatched(Palette.BAD));
    addSegment(segments, "busy_in_call", rings.busyInCall(), Fill.of(Palette.DARK));
    addSegment(segments, "busy", rings.busyOtherwise(), Fill.of(Palette.MISSED));
    addSegment(segments, "unavailable", rings.unavailable(), Fill.of(Palette.SECONDARY));
    addSegment(segments, "taken", rings.takenByAnother(), Fill.hatched(Palette.MUTED));
    addSegment(segments, "gave_up", rings.callerGaveUp(), Fill.of(Palette.NEUTRAL));
    addSegment(segments, "other", rings.other(), Fill.hatched(Palette.NEUTRAL));
    return new StackedBar(segments);
  }

  private void addSegment(List<StackedBar.Segment> segments, String key, int count, Fill fill) {
    if (count > 0) {
      double share = (double) count / review.own().attempts().attempts();
      segments.add(
          new StackedBar.Segment(
              wording.text("outcome." + key),
              notation.count(count),
              notation.roundPercent(share),
              count,
              fill));
    }
  }

  public Drawing weeks() {
    return new ColumnChart(
        notation, review.weeks().stream().map(this::column).toList(), List.of(), legend());
  }

  private Column column(ManagerWeek week) {
    Rate rate = week.answerRate().rate();
    return column(label(week), week.answerRate(), rate.isSmallSample() ? "" : printed(week));
  }

  private String printed(ManagerWeek week) {
    OptionalDouble share = week.answerRate().share();
    return share.isEmpty()
        ? wording.text("managers.untold")
        : notation.roundPercent(share.getAsDouble());
  }

  private String label(ManagerWeek week) {
    LocalDate last = week.until().minusDays(1);
    return last.equals(week.from())
        ? notation.shortDate(last)
        : notation.shortDate(week.from()) + "–" + notation.shortDate(last);
  }

  /** The calls that could be answered: picked up, or not. */
  private static Column column(String label, ComparedRate calls, String above) {
    Rate rate = calls.rate();
    return new Column(label, rate.part(), rate.whole() - rate.part(), 0, above);
  }

  private List<LegendEntry> legend() {
    return List.of(
        LegendEntry.of(wording.text("calls.picked_up"), Palette.ANSWERED),
        LegendEntry.of(wording.text("calls.not_picked_up"), Palette.MISSED),
        LegendEntry.ofWords(wording.text("weeks.above")));
  }

  public Drawing ringTimes() {
    return new ColumnChart(
        notation,
        review.ringTimes().stream()
            .map(time -> new Column(label(time), time.rings(), 0, 0, above(time)))
            .toList(),
        List.of(),
        List.of());
  }

  private String above(RingTimeBin time) {
    return time.rings() == 0 ? "" : notation.count(time.rings());
  }

  private String label(RingTimeBin time) {
    long from = time.from().toSeconds();
    return time.until() == null
        ? wording.text("ring_times.more", notation.count(from))
        : notation.count(from) + "–" + notation.count(time.until().toSeconds());
  }

  public Drawing hours() {
    List<HourAttempts> hours = review.hours();
    int first =
        IntStream.range(0, hours.size()).filter(i -> hasRings(hours.get(i))).min().orElse(0);
    int last =
        IntStream.range(0, hours.size()).filter(i -> hasRings(hours.get(i))).max().orElse(-1);
    return new ColumnChart(
        notation,
        hours.subList(first, last + 1).stream()
            .map(hour -> column("%02d".formatted(hour.hour()), hour.answerRate(), ""))
            .toList(),
        List.of(),
        List.of());
  }

  private static boolean hasRings(HourAttempts hour) {
    return hour.answerRate().rate().whole() > 0;
  }
}
