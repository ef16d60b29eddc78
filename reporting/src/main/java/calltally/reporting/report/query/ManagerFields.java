package calltally.reporting.report.query;

import static org.jooq.impl.DSL.row;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ComparedRate.TeamComparison;
import calltally.reporting.report.Rate;
import calltally.sql.jooq.analytics.tables.ManagerFigures;
import java.math.BigDecimal;
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
            figures.UNAVAILABLE,
            figures.TAKEN_BY_ANOTHER,
            figures.CALLER_GAVE_UP,
            figures.OTHER)
        .mapping(AttemptCounts::new);
  }

  static SelectField<ComparedRate> answerRate(ManagerFigures figures) {
    return row(
            figures.PICKED_UP_CALLS,
            figures.ANSWERABLE_CALLS,
            figures.ANSWER_RATE_LOW,
            figures.ANSWER_RATE_HIGH,
            figures.JUDGED)
        .mapping(ManagerFields::answerRate);
  }

  private static ComparedRate answerRate(
      int pickedUp,
      int answerable,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable String judged) {
    Rate rate = new Rate(pickedUp, answerable);
    return new ComparedRate(rate, share(low), share(high), comparison(rate, judged));
  }

  private static TeamComparison comparison(Rate rate, @Nullable String judged) {
    if (rate.isSmallSample()) {
      return TeamComparison.TOO_FEW;
    }
    return judged == null
        ? TeamComparison.WITHIN
        : TeamComparison.valueOf(judged.toUpperCase(java.util.Locale.ROOT));
  }

  static @Nullable Double share(@Nullable BigDecimal share) {
    return share == null ? null : share.doubleValue();
  }
}
