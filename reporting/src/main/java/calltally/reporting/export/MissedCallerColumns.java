package calltally.reporting.export;

import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.ReachedCallers;

/** Columns of missed callers, and of how soon they were reached. */
final class MissedCallerColumns {

  private MissedCallerColumns() {}

  static Columns<MissedCallers> callers() {
    return new Columns<MissedCallers>()
        .count("callers", MissedCallers::callers)
        .count("returned", MissedCallers::returned)
        .count("came_back", MissedCallers::cameBack)
        .count("tried", MissedCallers::tried)
        .count("outstanding", MissedCallers::outstanding)
        .count("expired", MissedCallers::expired)
        .count("withheld_calls", MissedCallers::withheldCalls)
        .with(reached(), MissedCallers::reached);
  }

  private static Columns<ReachedCallers> reached() {
    return new Columns<ReachedCallers>()
        .count("reached_in_15_minutes", ReachedCallers::in15Minutes)
        .count("reached_in_1_hour", ReachedCallers::in1Hour)
        .count("reached_in_4_hours", ReachedCallers::in4Hours)
        .count("reached", ReachedCallers::inWindow)
        .seconds("reach_median", ReachedCallers::median);
  }
}
