package calltally.app.demo;

import calltally.app.demo.exchange.CallFigures;
import calltally.app.demo.exchange.DayTruth;
import calltally.app.demo.exchange.GroundTruth;
import calltally.app.demo.exchange.ManagerCalls;
import calltally.app.demo.exchange.ManagerDayTruth;
import calltally.app.demo.exchange.MissedCaller;
import java.time.Instant;
import java.util.Locale;

/** The figures of a simulated week as they were simulated. */
record GroundTruthFigures(GroundTruth truth, Instant judgedAt) {

  /** All of them, under the names that {@link AnalyticsFigures} gives them. */
  public WeekFigures figures() {
    WeekFigures figures = new WeekFigures();
    truth.days().forEach(day -> put(figures, day));
    truth.managerDays().forEach(day -> put(figures, day));
    truth.missedCallersAt(judgedAt).forEach(caller -> put(figures, caller));
    return figures;
  }

  private static void put(WeekFigures figures, DayTruth day) {
    String about = day.date().toString();
    figures.put(about, "notifications", day.notifications());
    figures.put(about, "duplicates", day.repeatedDeliveries());
    put(figures, about, day.calls());
  }

  private static void put(WeekFigures figures, String about, CallFigures calls) {
    figures.put(about, "incoming", calls.incoming());
    figures.put(about, "answered", calls.answered());
    figures.put(about, "answered_in_time", calls.answeredInTime());
    figures.put(about, "missed", calls.missed());
    figures.put(about, "unfinished", calls.unfinished());
    calls
        .missedBy()
        .forEach((reason, count) -> figures.put(about, "missed_" + name(reason), count));
    figures.put(about, "short_missed", calls.shortMissed());
    figures.put(about, "outgoing", calls.outgoing());
    figures.put(about, "connected", calls.connected());
  }

  private static void put(WeekFigures figures, ManagerDayTruth day) {
    String about = day.date() + " " + day.manager();
    figures.put(about, "attempts", day.attempts());
    day.rings().forEach((outcome, count) -> figures.put(about, name(outcome), count));
    figures.put(about, "busy_in_call", day.busyInCall());
    put(figures, about, day.calls());
    figures.put(about, "outgoing", day.outgoing());
    figures.put(about, "connected", day.connected());
    figures.put(about, "outgoing_talk_milliseconds", (int) day.outgoingTalk().toMillis());
  }

  private static void put(WeekFigures figures, String about, ManagerCalls calls) {
    figures.put(about, "calls_offered", calls.offered());
    figures.put(about, "calls_answered", calls.answered());
    figures.put(about, "answerable_calls", calls.answerable());
    figures.put(about, "picked_up_calls", calls.pickedUp());
    figures.put(about, "missed_calls", calls.missed());
    figures.put(about, "talk_count", calls.pickedUp());
    figures.put(about, "talk_milliseconds", (int) calls.talk().toMillis());
    figures.put(about, "transfers_in", calls.transfersIn());
    figures.put(about, "transfers_out", calls.transfersOut());
  }

  private static void put(WeekFigures figures, MissedCaller caller) {
    figures.put(caller.customer(), "missed_calls", caller.missedCalls());
    figures.put(caller.customer(), "presumed_missed_calls", caller.presumedCalls());
    figures.put(caller.customer(), "last one " + name(caller.state()), 1);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
