package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.DAILY_LINE;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.INTEGER;

import java.util.Map;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.Table;

/** Sums over the rows of the hourly or daily statistics of lines; 0 over none. */
final class Sums {

  private Sums() {}

  static SelectField<CallCounts> calls(Table<?> statistics) {
    return row(
            of(statistics, DAILY_LINE.INCOMING),
            of(statistics, DAILY_LINE.ANSWERED),
            of(statistics, DAILY_LINE.MISSED),
            of(statistics, DAILY_LINE.UNFINISHED),
            of(statistics, DAILY_LINE.SHORT_MISSED),
            of(statistics, DAILY_LINE.ANSWERED_IN_TIME),
            of(statistics, DAILY_LINE.MISSED_OUTSIDE_HOURS))
        .mapping(CallCounts::new);
  }

  static SelectField<MissedReasons> reasons(Table<?> statistics) {
    return row(
            of(statistics, DAILY_LINE.MISSED_CALLER_GAVE_UP),
            of(statistics, DAILY_LINE.MISSED_NO_ANSWER),
            of(statistics, DAILY_LINE.MISSED_BUSY),
            of(statistics, DAILY_LINE.MISSED_UNAVAILABLE),
            of(statistics, DAILY_LINE.MISSED_NOT_OFFERED),
            of(statistics, DAILY_LINE.MISSED_UNKNOWN))
        .mapping(Sums::reasons);
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

  static Field<Integer> of(Table<?> statistics, Field<Integer> column) {
    Field<Integer> own = requireNonNull(statistics.field(column));
    return coalesce(sum(own).cast(INTEGER), inline(0));
  }
}
