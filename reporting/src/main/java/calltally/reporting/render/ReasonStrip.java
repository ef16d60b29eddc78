package calltally.reporting.render;

import calltally.reporting.report.MissedReason;
import calltally.reporting.report.MissedReasons;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Why calls were missed, as one stacked bar. */
final class ReasonStrip {

  private static final Map<MissedReason, Color> COLOURS =
      Map.of(
          MissedReason.CALLER_GAVE_UP, Palette.MISSED,
          MissedReason.NO_ANSWER, Palette.BAD,
          MissedReason.BUSY, Palette.ANSWERED,
          MissedReason.UNAVAILABLE, Palette.MUTED,
          MissedReason.NOT_OFFERED, Palette.SECONDARY,
          MissedReason.UNKNOWN, Palette.HAIRLINE);

  private ReasonStrip() {}

  /** Each reason that occurred, in the order in which the rules of the reason are asked. */
  static Strip of(MissedReasons reasons, Wording wording) {
    List<Strip.Segment> segments = new ArrayList<>();
    reasons
        .counts()
        .forEach(
            (reason, count) -> {
              if (count > 0) {
                segments.add(
                    new Strip.Segment(
                        wording.text("reason." + Wording.key(reason)),
                        wording.notation().count(count),
                        wording.notation().roundPercent((double) count / reasons.total()),
                        count,
                        COLOURS.getOrDefault(reason, Palette.MUTED)));
              }
            });
    return new Strip(segments);
  }
}
