package calltally.reporting.render;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.ShortName;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Managers;
import calltally.reporting.report.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a manager's phone and the manager did.
 *
 * @param last whether it is one of the last, which stay together on a page
 */
record RingsRow(
    String name,
    String attempts,
    String answered,
    String noAnswer,
    String busyInCall,
    String busyOtherwise,
    String unavailable,
    String takenByAnother,
    String callerGaveUp,
    String other,
    String medianRing,
    String talk,
    String transfersIn,
    String transfersOut,
    String outgoing,
    String connectRate,
    String callbacks,
    boolean total,
    boolean last) {

  /** Width of the column for names, in points. */
  private static final double NAME_WIDTH = 86;

  /** What the table is about, and what a dash in it means. */
  static String note(Managers managers, Wording wording) {
    String note = wording.text("rings.note");
    return managers.managers().stream().anyMatch(ManagerActivity::ringsUntold)
        ? note + wording.text("rings.note.untold")
        : note;
  }

  /** The managers, then their totals. */
  static List<RingsRow> of(Managers managers, Wording wording) {
    List<RingsRow> rows = new ArrayList<>();
    for (ManagerActivity manager : managers.managers().stream().sorted(ManagerRow.ORDER).toList()) {
      boolean isLast = ManagerRow.isLast(rows.size(), managers.managers().size());
      rows.add(of(name(manager), manager, isLast, wording));
    }
    rows.add(of(wording.text("managers.total"), managers.total(), true, wording));
    return rows;
  }

  private static String name(ManagerActivity manager) {
    return ShortName.wrapped(manager.manager(), NAME_WIDTH);
  }

  private static RingsRow of(
      String name, ManagerActivity manager, boolean isLast, Wording wording) {
    Notation notation = wording.notation();
    AttemptCounts rings = manager.attempts();
    IntFunction<String> count =
        rung -> manager.ringsUntold() ? Notation.NONE : notation.count(rung);
    return new RingsRow(
        name,
        count.apply(rings.attempts()),
        count.apply(rings.answered()),
        count.apply(rings.noAnswer()),
        count.apply(rings.busyInCall()),
        count.apply(rings.busyOtherwise()),
        count.apply(rings.unavailable()),
        count.apply(rings.takenByAnother()),
        count.apply(rings.callerGaveUp()),
        count.apply(rings.other()),
        notation.clock(manager.medianRing()),
        notation.hours(manager.talk()),
        count.apply(manager.transfers().in()),
        count.apply(manager.transfers().out()),
        notation.count(manager.outgoing()),
        roundPercent(manager.connected(), notation),
        notation.count(manager.callbacks()),
        manager.manager().isEmpty(),
        isLast);
  }

  private static String roundPercent(Rate rate, Notation notation) {
    return rate.share().isEmpty()
        ? Notation.NONE
        : notation.roundPercent(rate.share().getAsDouble());
  }
}
