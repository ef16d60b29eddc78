package calltally.reporting.render;

import calltally.reporting.render.Bar.Part;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ManagerDay;
import calltally.reporting.report.Managers;
import calltally.reporting.report.Rate;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of managers.
 *
 * @param rate empty where the sample is small
 * @param uncertainRate the rate where the sample is small, else empty
 * @param interval 95 % interval of the uncertain rate
 * @param bar null in the total row
 */
record ManagerRow(
    String name,
    String attempts,
    String answered,
    String noAnswer,
    String busy,
    String unavailable,
    String takenByAnother,
    String callerGaveUp,
    String rate,
    String uncertainRate,
    String interval,
    String medianRing,
    String talk,
    String outgoing,
    String callbacks,
    @Nullable Renderable bar,
    boolean total) {

  /** The managers and, below them, what they did together. */
  static List<ManagerRow> of(Managers managers, Wording wording) {
    int largest =
        managers.managers().stream()
            .mapToInt(manager -> manager.attempts().attempts())
            .max()
            .orElse(1);
    List<ManagerRow> rows = new ArrayList<>();
    for (ManagerDay manager : managers.managers()) {
      rows.add(row(manager, bar(manager.attempts(), largest), wording));
    }
    if (!rows.isEmpty()) {
      rows.add(row(total(managers, wording), null, wording));
    }
    return rows;
  }

  private static ManagerDay total(Managers managers, Wording wording) {
    return new ManagerDay(
        wording.text("managers.total"),
        null,
        managers.attempts(),
        managers.medianRing(),
        managers.talk(),
        managers.outgoing(),
        managers.callbacks());
  }

  private static ManagerRow row(ManagerDay manager, @Nullable Renderable bar, Wording wording) {
    Notation notation = wording.notation();
    AttemptCounts attempts = manager.attempts();
    Rate rate = attempts.answerRate();
    return new ManagerRow(
        PhoneNumber.readable(manager.manager()),
        notation.count(attempts.attempts()),
        notation.count(attempts.answered()),
        notation.count(attempts.noAnswer()),
        notation.count(attempts.busy()),
        notation.count(attempts.unavailable()),
        notation.count(attempts.takenByAnother()),
        notation.count(attempts.callerGaveUp()),
        rate.isSmallSample() ? "" : notation.percent(rate.share()),
        rate.isSmallSample() ? notation.percent(rate.share()) : "",
        interval(rate, wording),
        notation.clock(manager.medianRing()),
        notation.clock(manager.talk()),
        notation.count(manager.outgoing()),
        notation.count(manager.callbacks()),
        bar,
        bar == null);
  }

  private static String interval(Rate rate, Wording wording) {
    return rate.isSmallSample() && rate.whole() > 0
        ? wording.notation().interval(rate.lowerBound(), rate.upperBound())
        : "";
  }

  private static Bar bar(AttemptCounts attempts, int largest) {
    int blameless = attempts.attempts() - attempts.answerRate().whole();
    return new Bar(
        List.of(
            new Part(attempts.answered(), Palette.ANSWERED),
            new Part(attempts.noAnswer() + attempts.busy(), Palette.MISSED),
            new Part(blameless, Palette.NEUTRAL)),
        largest);
  }
}
