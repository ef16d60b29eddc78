package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Routines.managerAnswerRate;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.SQLDataType.BIGINT;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ComparedRate.TeamComparison;
import calltally.reporting.report.Rate;
import calltally.sql.jooq.analytics.tables.DailyManager;
import calltally.sql.jooq.analytics.tables.ManagerFigures;
import java.math.BigDecimal;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;

/** Reads the columns of manager figures into values. */
final class ManagerFields {

  private ManagerFields() {}

  static SelectField<AttemptCounts> counts(ManagerFigures figures) {
    return row(
            figures.ATTEMPTS,
            figures.ANSWERED,
            figures.NO_ANSWER,
            figures.BUSY,
            figures.BUSY_IN_CALL,
            figures.UNAVAILABLE,
            figures.TAKEN_BY_ANOTHER,
            figures.CALLER_GAVE_UP,
            figures.OTHER,
            figures.UNTOLD)
        .mapping(AttemptCounts::new);
  }

  static SelectField<ComparedRate> answerRate(ManagerFigures figures) {
    return row(
            figures.PICKED_UP_CALLS,
            figures.ANSWERABLE_CALLS,
            figures.ANSWER_RATE_LOW,
            figures.ANSWER_RATE_HIGH,
            figures.JUDGED,
            hasRate(figures.UNTOLD, figures.ATTEMPTS))
        .mapping(ManagerFields::answerRate);
  }

  static SelectField<AttemptCounts> counts(DailyManager day) {
    return row(
            day.ATTEMPTS,
            day.ANSWERED,
            day.NO_ANSWER,
            day.BUSY,
            day.BUSY_IN_CALL,
            day.UNAVAILABLE,
            day.TAKEN_BY_ANOTHER,
            day.CALLER_GAVE_UP,
            day.OTHER,
            day.UNTOLD)
        .mapping(AttemptCounts::new);
  }

  /** Compared with nothing. */
  static SelectField<ComparedRate> answerRate(DailyManager day) {
    return row(day.PICKED_UP_CALLS, day.ANSWERABLE_CALLS, hasRate(day.UNTOLD, day.ATTEMPTS))
        .mapping(
            (pickedUp, answerable, hasRate) ->
                answerRate(pickedUp, answerable, null, null, null, hasRate));
  }

  /** Whether the exchange reports how these rings ended; else a rate would have no value. */
  private static Field<Boolean> hasRate(Field<Integer> untold, Field<Integer> attempts) {
    return field(
        managerAnswerRate(inline(1L), inline(1L), untold.cast(BIGINT), attempts.cast(BIGINT))
            .isNotNull());
  }

  private static ComparedRate answerRate(
      int pickedUp,
      int answerable,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable String judged,
      boolean hasRate) {
    Rate rate = new Rate(pickedUp, answerable);
    return new ComparedRate(
        rate, share(low), share(high), hasRate ? comparison(rate, judged) : TeamComparison.UNTOLD);
  }

  static SelectField<Rate> connected(ManagerFigures figures) {
    return row(figures.CONNECTED, figures.OUTGOING_MISSED)
        .mapping((connected, missed) -> new Rate(connected, connected + missed));
  }

  private static TeamComparison comparison(Rate rate, @Nullable String judged) {
    if (rate.isSmallSample()) {
      return TeamComparison.TOO_FEW;
    }
    return judged == null
        ? TeamComparison.WITHIN
        : TeamComparison.valueOf(judged.toUpperCase(Locale.ROOT));
  }

  static @Nullable Double share(@Nullable BigDecimal share) {
    return share == null ? null : share.doubleValue();
  }
}
