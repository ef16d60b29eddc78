package calltally.reporting.export;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.HourAttempts;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerWeek;
import calltally.reporting.report.RingTimeBin;
import calltally.reporting.report.TeamMedians;
import calltally.reporting.report.Transfers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Columns of managers and their rings. */
final class ManagerColumns {

  private ManagerColumns() {}

  static Columns<ManagerActivity> managers() {
    return new Columns<ManagerActivity>()
        .text("manager", ManagerActivity::manager)
        .text("department", ManagerActivity::department)
        .with(figures(), manager -> manager);
  }

  static Columns<Dated> managersByDate() {
    return new Columns<Dated>().date("local_date", Dated::date).with(managers(), Dated::manager);
  }

  /** A manager on a date. */
  record Dated(LocalDate date, ManagerActivity manager) {}

  static Columns<ManagerActivity> figures() {
    return new Columns<ManagerActivity>()
        .with(answerRate(), manager -> known(manager, manager.answerRate()))
        .with(comparison(), ManagerActivity::answerRate)
        .with(counts(), manager -> known(manager, manager.attempts()))
        .with(missed(), manager -> known(manager, manager))
        .seconds("ring_median", ManagerActivity::medianRing)
        .seconds("talk_sum", ManagerActivity::talk)
        .count("calls_answered", ManagerActivity::callsAnswered)
        .with(transfers(), manager -> known(manager, manager.transfers()))
        .count("outgoing", ManagerActivity::outgoing)
        .count("connected", manager -> manager.connected().part())
        .rate("connect_rate", ManagerActivity::connected)
        .count("callbacks", ManagerActivity::callbacks)
        .count("callback_tries", ManagerActivity::callbackTries);
  }

  /** Figures of rings have no value where rings are not told. */
  private static <F> @Nullable F known(ManagerActivity manager, F figures) {
    return manager.ringsUntold() ? null : figures;
  }

  private static Columns<ManagerActivity> missed() {
    return new Columns<ManagerActivity>().count("missed_calls", ManagerActivity::missedCalls);
  }

  private static Columns<Transfers> transfers() {
    return new Columns<Transfers>()
        .count("transfers_in", Transfers::in)
        .count("transfers_out", Transfers::out);
  }

  private static Columns<AttemptCounts> counts() {
    return new Columns<AttemptCounts>()
        .count("attempts", AttemptCounts::attempts)
        .count("answered", AttemptCounts::answered)
        .count("no_answer", AttemptCounts::noAnswer)
        .count("busy", AttemptCounts::busy)
        .count("busy_in_call", AttemptCounts::busyInCall)
        .count("unavailable", AttemptCounts::unavailable)
        .count("taken_by_another", AttemptCounts::takenByAnother)
        .count("caller_gave_up", AttemptCounts::callerGaveUp)
        .count("other", AttemptCounts::other)
        .count("untold", AttemptCounts::untold)
        .rate("pickup_share", AttemptCounts::pickupShare);
  }

  /** By calls; the rate has no value where the ends of rings are not reported. */
  private static Columns<ComparedRate> answerRate() {
    return new Columns<ComparedRate>()
        .count("answerable_calls", answerRate -> answerRate.rate().whole())
        .count("picked_up_calls", answerRate -> answerRate.rate().part())
        .rate("answer_rate", ComparedRate::ifKnown);
  }

  private static Columns<ComparedRate> comparison() {
    return new Columns<ComparedRate>()
        .share("answer_rate_low", answerRate -> CallColumns.decimal(answerRate.from()))
        .share("answer_rate_high", answerRate -> CallColumns.decimal(answerRate.to()))
        .word("judged", ComparedRate::againstTeam);
  }

  static Columns<TeamMedians> team() {
    return new Columns<TeamMedians>()
        .count("managers", TeamMedians::managers)
        .decimal("answerable_calls", team -> CallColumns.decimal(team.answerableCalls()))
        .share("answer_rate", team -> CallColumns.decimal(team.answerRate()))
        .decimal("attempts", team -> CallColumns.decimal(team.attempts()))
        .share("pickup_share", team -> CallColumns.decimal(team.pickupShare()))
        .decimal("missed_calls", team -> CallColumns.decimal(team.missedCalls()))
        .seconds("ring_median", TeamMedians::medianRing)
        .seconds("talk_sum", TeamMedians::talk)
        .decimal("transfers_in", team -> CallColumns.decimal(team.transfersIn()))
        .decimal("transfers_out", team -> CallColumns.decimal(team.transfersOut()))
        .decimal("outgoing", team -> CallColumns.decimal(team.outgoing()))
        .share("connect_rate", team -> CallColumns.decimal(team.connectRate()))
        .decimal("callbacks", team -> CallColumns.decimal(team.callbacks()))
        .decimal("callback_tries", team -> CallColumns.decimal(team.callbackTries()));
  }

  static Columns<ManagerWeek> weeks() {
    return new Columns<ManagerWeek>()
        .date("first_date", ManagerWeek::from)
        .date("last_date", week -> week.until().minusDays(1))
        .with(answerRate(), ManagerWeek::answerRate)
        .with(counts(), ManagerWeek::attempts);
  }

  static Columns<RingTimeBin> ringTimes() {
    return new Columns<RingTimeBin>()
        .seconds("ring_from", RingTimeBin::from)
        .seconds("ring_until", RingTimeBin::until)
        .count("answered", RingTimeBin::rings);
  }

  static Columns<HourAttempts> hours() {
    return new Columns<HourAttempts>()
        .count("local_hour", HourAttempts::hour)
        .with(answerRate(), HourAttempts::answerRate)
        .with(counts(), HourAttempts::attempts);
  }
}
