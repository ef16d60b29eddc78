package calltally.reporting.render;

import calltally.reporting.render.wording.Change;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.TeamMedians;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A manager's figure, compared with the team's median.
 *
 * @param before the same figure in the previous period
 * @param said what the sample size allows to conclude
 */
record ReviewRow(
    String figure, String own, String interval, String team, String before, String said) {

  static List<ReviewRow> of(ManagerReview review, Wording wording) {
    return new Rows(review, wording).rows();
  }

  /** The figure as a tile of a letter, with the team's median for comparison. */
  Tile tile(Wording wording) {
    String beforeIt =
        before.equals(Notation.NONE) ? "" : wording.text("standing.tile.before", before);
    Change change = new Change(beforeIt, Change.Effect.NEUTRAL);
    return Tile.of(figure, own, change, wording.text("standing.tile.team", team));
  }

  /** The rows in their order. */
  private static final class Rows {

    private final ManagerReview review;
    private final ManagerActivity own;
    private final TeamMedians team;
    private final Wording wording;
    private final Notation notation;

    Rows(ManagerReview review, Wording wording) {
      this.review = review;
      this.own = review.own();
      this.team = review.team();
      this.wording = wording;
      this.notation = wording.notation();
    }

    List<ReviewRow> rows() {
      List<ReviewRow> rows = new ArrayList<>();
      rows.add(answerRate());
      rows.add(row("rings", f -> count(f.attempts().attempts()), median(team.attempts())));
      rows.add(row("missed_calls", f -> count(f.missedCalls()), median(team.missedCalls())));
      rows.add(row("ring", f -> notation.clock(f.medianRing()), notation.clock(team.medianRing())));
      rows.add(row("talk", f -> notation.clock(f.talk()), notation.clock(team.talk())));
      rows.add(row("outgoing", f -> count(f.outgoing()), median(team.outgoing())));
      rows.add(
          row(
              "connect",
              f -> notation.percent(f.connected().share()),
              percent(team.connectRate())));
      rows.add(row("callbacks", f -> count(f.callbacks()), median(team.callbacks())));
      rows.add(row("tries", f -> count(f.callbackTries()), median(team.callbackTries())));
      return rows;
    }

    private ReviewRow answerRate() {
      ComparedRate answerRate = own.answerRate();
      return new ReviewRow(
          wording.text("standing.answer_rate"),
          notation.percent(answerRate.rate().share()),
          notation.interval(answerRate.from(), answerRate.to()),
          percent(team.answerRate()),
          before(figures -> notation.percent(figures.answerRate().rate().share())),
          answerRate.rate().whole() == 0
              ? ""
              : wording.text("against_team." + Wording.key(answerRate.againstTeam())));
    }

    private ReviewRow row(String key, Function<ManagerActivity, String> figure, String median) {
      return new ReviewRow(
          wording.text("standing." + key), figure.apply(own), "", median, before(figure), "");
    }

    private String before(Function<ManagerActivity, String> figure) {
      ManagerActivity before = review.before();
      return before == null ? Notation.NONE : figure.apply(before);
    }

    private String count(int count) {
      return notation.count(count);
    }

    private String median(@Nullable Double median) {
      if (median == null) {
        return Notation.NONE;
      }
      return median == Math.rint(median)
          ? notation.count(Math.round(median))
          : notation.decimal(median);
    }

    private String percent(@Nullable Double share) {
      return share == null ? Notation.NONE : notation.percent(OptionalDouble.of(share));
    }
  }
}
