package calltally.web.calls;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import calltally.web.calls.CallFilter.Position;
import calltally.web.frame.View;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The visible calls that pass the filter, newest first. */
record SelectCallList(View view, CallFilter filter, int most) {

  List<ListedCall> run(DSLContext sql) {
    return sql.select(CallFields.all(view.source().name()))
        .from(CALL)
        .where(view.visible().condition())
        .and(CALL.STARTED_AT.le(view.now()))
        .and(CALL.LOCAL_DATE.ge(filter.from()))
        .and(CALL.LOCAL_DATE.le(filter.to()))
        .and(equal(CALL.MANAGER, filter.manager()))
        .and(outcome(filter.outcome()))
        .and(equal(CALL.MISSED_REASON, filter.reason()))
        .and(equal(CALL.IS_SHORT, filter.isShort()))
        .and(filter.isShort() == null ? noCondition() : CALL.MISSED_REASON.isNotNull())
        .and(equal(CALL.IN_WORKING_HOURS, filter.inHours()))
        .and(before(filter.before()))
        .orderBy(CALL.LOCAL_DATE.desc(), CALL.STARTED_AT.desc(), CALL.PBX_ID.desc())
        .limit(most)
        .fetch(CallFields::call);
  }

  private static <T> Condition equal(Field<T> column, @Nullable T value) {
    return value == null ? noCondition() : column.eq(value);
  }

  /** A call that was placed has an outcome too, but the question is another one. */
  private static Condition outcome(@Nullable String outcome) {
    if (outcome == null) {
      return noCondition();
    }
    return outcome.equals("placed")
        ? CALL.DIRECTION.eq("outgoing")
        : CALL.DIRECTION.eq("incoming").and(CALL.OUTCOME.eq(outcome));
  }

  /** By the date too, whose index gives the order. */
  private Condition before(@Nullable Position position) {
    if (position == null) {
      return noCondition();
    }
    LocalDate date = view.source().date(position.startedAt());
    return CALL.LOCAL_DATE
        .le(date)
        .and(row(CALL.STARTED_AT, CALL.PBX_ID).lt(position.startedAt(), position.id()));
  }
}
