package calltally.reporting.report.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.INTEGER;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.MissedReasons;
import calltally.sql.jooq.analytics.tables.CallFigures;
import calltally.sql.jooq.analytics.tables.HourlyLine;
import java.util.Map;
import org.jooq.Field;
import org.jooq.SelectField;

/** Reads the columns of call figures into values. */
final class CallFields {

  private CallFields() {}

  static SelectField<CallCounts> calls(CallFigures figures) {
    return row(
            figures.INCOMING,
            figures.ANSWERED,
            figures.MISSED,
            figures.UNFINISHED,
            figures.SHORT_MISSED,
            figures.ANSWERED_IN_TIME,
            figures.MISSED_OUTSIDE_HOURS,
            figures.WAIT_ANSWERED_COUNT.plus(figures.WAIT_MISSED_COUNT))
        .mapping(CallCounts::new);
  }

  static SelectField<MissedReasons> reasons(CallFigures figures) {
    return row(
            figures.MISSED_CALLER_GAVE_UP,
            figures.MISSED_NO_ANSWER,
            figures.MISSED_BUSY,
            figures.MISSED_UNAVAILABLE,
            figures.MISSED_NOT_OFFERED,
            figures.MISSED_UNKNOWN)
        .mapping(CallFields::reasons);
  }

  /** Sums over the lines of an hour. */
  static SelectField<CallCounts> calls(HourlyLine hours) {
    return row(
            of(hours.INCOMING),
            of(hours.ANSWERED),
            of(hours.MISSED),
            of(hours.UNFINISHED),
            of(hours.SHORT_MISSED),
            of(hours.ANSWERED_IN_TIME),
            of(hours.MISSED_OUTSIDE_HOURS),
            of(hours.WAIT_ANSWERED_COUNT.plus(hours.WAIT_MISSED_COUNT)))
        .mapping(CallCounts::new);
  }

  /** The same by reason. */
  static SelectField<MissedReasons> reasons(HourlyLine hours) {
    return row(
            of(hours.MISSED_CALLER_GAVE_UP),
            of(hours.MISSED_NO_ANSWER),
            of(hours.MISSED_BUSY),
            of(hours.MISSED_UNAVAILABLE),
            of(hours.MISSED_NOT_OFFERED),
            of(hours.MISSED_UNKNOWN))
        .mapping(CallFields::reasons);
  }

  /** The sum; 0 without hours. */
  static Field<Integer> of(Field<Integer> column) {
    return coalesce(sum(column).cast(INTEGER), inline(0));
  }

  private static MissedReasons reasons(
      int gaveUp, int noAnswer, int busy, int unavailable, int notOffered, int unknown) {
    return new MissedReasons(
        Map.of(
            MissedReason.CALLER_GAVE_UP, gaveUp,
            MissedReason.NO_ANSWER, noAnswer,
            MissedReason.BUSY, busy,
            MissedReason.UNAVAILABLE, unavailable,
            MissedReason.NOT_OFFERED, notOffered,
            MissedReason.UNKNOWN, unknown));
  }
}
