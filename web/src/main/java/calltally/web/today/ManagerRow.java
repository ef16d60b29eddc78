package calltally.web.today;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Rate;
import calltally.web.frame.View;
import java.util.Comparator;
import java.util.List;

/**
 * A manager's figures.
 *
 * @param link to the manager's review
 * @param isUncertain whether the rate rests on too few calls to judge by
 */
public record ManagerRow(
    String name,
    String link,
    String answerable,
    String pickedUp,
    String rate,
    boolean isUncertain,
    String rings,
    String medianRing,
    String talk,
    String outgoing,
    String callbacks) {

  private static final Comparator<ManagerActivity> ORDER =
      Comparator.<ManagerActivity>comparingInt(manager -> -manager.answerRate().rate().whole())
          .thenComparing(ManagerActivity::manager);

  /** The managers, most answerable calls first. */
  static List<ManagerRow> of(List<ManagerActivity> managers, View view) {
    return managers.stream().sorted(ORDER).map(manager -> of(manager, view)).toList();
  }

  private static ManagerRow of(ManagerActivity manager, View view) {
    Wording wording = view.wording();
    Notation notation = wording.notation();
    Rate rate = manager.answerRate().ifKnown();
    return new ManagerRow(
        PhoneNumberFormat.readable(manager.manager()),
        view.link("/manager/", manager.manager()).url(),
        rate == null ? Notation.NONE : notation.count(rate.whole()),
        rate == null ? Notation.NONE : notation.count(rate.part()),
        rate == null ? wording.text("managers.untold") : notation.percent(rate.share()),
        rate == null || rate.isSmallSample(),
        notation.count(manager.attempts().attempts()),
        notation.clock(manager.medianRing()),
        notation.hours(manager.talk()),
        notation.count(manager.outgoing()),
        notation.count(manager.callbacks()));
  }
}
