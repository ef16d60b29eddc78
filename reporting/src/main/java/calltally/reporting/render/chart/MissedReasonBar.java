package calltally.reporting.render.chart;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.MissedReasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reasons of missed calls, as one stacked bar. */
final class MissedReasonBar {

  private static final Map<MissedReason, Fill> FILLS =
      Map.of(
          MissedReason.CALLER_GAVE_UP, Fill.of(Palette.MISSED),
          MissedReason.NO_ANSWER, Fill.hatched(Palette.BAD),
          MissedReason.BUSY, Fill.of(Palette.SECONDARY),
          MissedReason.UNAVAILABLE, Fill.hatched(Palette.MUTED),
          MissedReason.NOT_OFFERED, Fill.of(Palette.DARK),
          MissedReason.UNKNOWN, Fill.of(Palette.NEUTRAL));

  private MissedReasonBar() {}

  /** The reasons that occurred, in the order in which their rules are applied. */
  static StackedBar of(MissedReasons reasons, Wording wording) {
    List<StackedBar.Segment> segments = new ArrayList<>();
    reasons
        .counts()
        .forEach(
            (reason, count) -> {
              if (count > 0) {
                segments.add(segment(reason, count, reasons.total(), wording));
              }
            });
    return new StackedBar(segments);
  }

  private static StackedBar.Segment segment(
      MissedReason reason, int count, int total, Wording wording) {
    return new StackedBar.Segment(
        wording.text("reason." + Wording.key(reason)),
        wording.notation().count(count),
        wording.notation().roundPercent((double) count / total),
        count,
        Objects.requireNonNull(FILLS.get(reason)));
  }
}
