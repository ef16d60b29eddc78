package calltally.reporting.render;

import calltally.reporting.render.Change.Judgement;
import calltally.reporting.render.Change.Welcome;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Words for the changes against the usual of a weekday; differences that print as 0 are none. */
final class Changes {

  private final Wording wording;
  private final String usual;

  Changes(Wording wording, LocalDate date) {
    this.wording = wording;
    this.usual = wording.text("usual." + date.getDayOfWeek().getValue());
  }

  /** In percentage points; more is welcome. */
  Change ofShare(OptionalDouble share, @Nullable Double usualShare) {
    if (share.isEmpty() || usualShare == null) {
      return Change.UNKNOWN;
    }
    double points = 100 * (share.getAsDouble() - usualShare);
    String amount = wording.text("change.points", wording.notation().decimal(Math.abs(points)));
    return Math.abs(points) < 0.05 ? none() : change(points, amount, Welcome.MORE);
  }

  Change ofCount(int count, double usualCount, Welcome welcome) {
    double more = count - usualCount;
    String amount = wording.notation().count(Math.round(Math.abs(more)));
    return Math.abs(more) < 0.5 ? none() : change(more, amount, welcome);
  }

  /** In percent of the usual; neither more nor less is welcome. */
  Change inPercent(int count, double usualCount) {
    if (usualCount == 0) {
      return ofCount(count, usualCount, Welcome.EITHER);
    }
    double share = (count - usualCount) / usualCount;
    String amount = wording.notation().roundPercent(Math.abs(share));
    return Math.abs(share) < 0.005 ? none() : change(share, amount, Welcome.EITHER);
  }

  private Change none() {
    return new Change(wording.text("change.none", usual), Judgement.NEUTRAL);
  }

  private Change change(double difference, String amount, Welcome welcome) {
    String key = difference > 0 ? "change.up" : "change.down";
    return new Change(wording.text(key, amount, usual), welcome.judge(difference));
  }
}
