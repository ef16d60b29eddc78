package calltally.reporting.render;

import calltally.reporting.render.wording.Change;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Rate;
import calltally.reporting.report.TeamMedians;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A manager's figure, compared with the team's median.
 *
 * @param team empty, like said (what the sample allows to conclude), of a manager alone
 * @param before the same figure in the previous period; empty without such figures
 * @param definition what the figure is, in the words of the notes below the report
 */
public record ReviewRow(
    String figure,
    String own,
    String interval,
    String team,
    String before,
    String said,
    String definition) {

  /** All figures of the review. */
  public static List<ReviewRow> of(ManagerReview review, Wording wording) {
    return new Rows(review, wording).rows();
  }

  /** The figure as a tile of a letter, with the team's median for comparison. */
  Tile tile(Wording wording) {
    String beforeIt =
        before.isEmpty() || before.equals(Notation.NONE)
            ? ""
            : wording.text("standing.tile.before", before);
    Change change = new Change(beforeIt, Change.Effect.NEUTRAL);
    String ofTeam = team.isEmpty() ? "" : wording.text("standing.tile.team", team);
    return Tile.of(figure, own, change, ofTeam);
  }

  /** The rows in their order. */
  private static final class Rows {

    private final ManagerReview review;
    private final ManagerActivity own;
    private final TeamMedians team;
    private final Wording wording;
    private final Notation notation;
    private final ReviewDefinitions definitions;

    Rows(ManagerReview review, Wording wording) {
      this.review = review;
      this.own = review.own();
      this.team = review.team();
      this.wording = wording;
      this.notation = wording.notation();
      this.definitions = new ReviewDefinitions(review, wording);
    }

    List<ReviewRow> rows() {
      List<ReviewRow> rows = new ArrayList<>();
      rows.add(answerRate());
      rows.add(row("answerable", this::answerable, median(team.answerableCalls())));
      rows.add(ofRings("missed_calls", ManagerActivity::missedCalls, team.missedCalls()));
      rows.add(
          row(
              "ring",
              f -> known(f, notation.clock(f.medianRing())),
              notation.clock(team.medianRing())));
      rows.add(row("talk", f -> notation.hours(f.talk()), notation.hours(team.talk())));
      rows.add(ofRings("rings", f -> f.attempts().attempts(), team.attempts()));
      if (own.attempts().takenByAnother() > 0) {
        rows.add(
            row("pickup", f -> percent(f.attempts().pickupShare()), percent(team.pickupShare())));
      }
      rows.add(ofRings("transfers_in", f -> f.transfers().in(), team.transfersIn()));
      rows.add(ofRings("transfers_out", f -> f.transfers().out(), team.transfersOut()));
      rows.add(count("outgoing", ManagerActivity::outgoing, team.outgoing()));
      rows.add(row("connect", f -> percent(f.connected()), percent(team.connectRate())));
      rows.add(count("callbacks", ManagerActivity::callbacks, team.callbacks()));
      rows.add(count("tries", ManagerActivity::callbackTries, team.callbackTries()));
      return rows;
    }

    private ReviewRow answerRate() {
      ComparedRate answerRate = own.answerRate();
      return new ReviewRow(
          wording.text("standing.answer_rate"),
          printed(answerRate),
          notation.interval(answerRate.from(), answerRate.to()),
          ofTeam(percent(team.answerRate())),
          before(figures -> printed(figures.answerRate())),
          team.isAlone() || (answerRate.ifKnown() != null && answerRate.rate().whole() == 0)
              ? ""
              : wording.text("against_team." + Wording.key(answerRate.againstTeam())),
          definitions.of("answer_rate"));
    }

    private String printed(ComparedRate answerRate) {
      return answerRate.isUntold()
          ? wording.text("managers.untold")
          : notation.percent(answerRate.share());
    }

    private String answerable(ManagerActivity figures) {
      Rate rate = figures.answerRate().ifKnown();
      return known(figures, rate == null ? Notation.NONE : notation.count(rate.whole()));
    }

    /** A count that is no zero where rings are not told. */
    private ReviewRow ofRings(
        String key, ToIntFunction<ManagerActivity> figure, @Nullable Double median) {
      return row(key, f -> known(f, notation.count(figure.applyAsInt(f))), median(median));
    }

    private String known(ManagerActivity figures, String figure) {
      return figures.ringsUntold() ? wording.text("managers.untold") : figure;
    }

    private ReviewRow count(
        String key, ToIntFunction<ManagerActivity> figure, @Nullable Double median) {
      return row(key, f -> notation.count(figure.applyAsInt(f)), median(median));
    }

    private String percent(Rate rate) {
      return notation.percent(rate.share());
    }

    private ReviewRow row(String key, Function<ManagerActivity, String> figure, String median) {
      return new ReviewRow(
          wording.text("standing." + key),
          figure.apply(own),
          "",
          ofTeam(median),
          before(figure),
          "",
          definitions.of(key));
    }

    private String ofTeam(String median) {
      return team.isAlone() ? "" : median;
    }

    private String before(Function<ManagerActivity, String> figure) {
      ManagerActivity before = review.before();
      return before == null ? "" : figure.apply(before);
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
