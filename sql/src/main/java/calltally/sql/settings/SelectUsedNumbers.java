package calltally.sql.settings;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.CALL;

import java.time.LocalDate;
import org.jooq.DSLContext;

/** The numbers of a source that calls had on a date or later. */
record SelectUsedNumbers(DSLContext sql, int sourceId, LocalDate since) {

  UsedNumbers fetch() {
    return new UsedNumbers(
        sql.select(ATTEMPT.MANAGER_NUMBER)
            .from(ATTEMPT)
            .where(ATTEMPT.SOURCE_ID.eq(sourceId))
            .and(ATTEMPT.LOCAL_DATE.ge(since))
            .and(ATTEMPT.MANAGER_NUMBER.isNotNull())
            .union(
                sql.select(CALL.MANAGER_NUMBER)
                    .from(CALL)
                    .where(CALL.SOURCE_ID.eq(sourceId))
                    .and(CALL.LOCAL_DATE.ge(since))
                    .and(CALL.MANAGER_NUMBER.isNotNull()))
            .fetchSet(ATTEMPT.MANAGER_NUMBER),
        sql.selectDistinct(CALL.LINE)
            .from(CALL)
            .where(CALL.SOURCE_ID.eq(sourceId))
            .and(CALL.LOCAL_DATE.ge(since))
            .and(CALL.LINE.isNotNull())
            .fetchSet(CALL.LINE));
  }
}
