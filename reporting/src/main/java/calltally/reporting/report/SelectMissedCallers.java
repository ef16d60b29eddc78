package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.MISSED_CALL_AT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.LOCALDATE;

import calltally.sql.jooq.analytics.tables.MissedCallAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectField;

/** The missed callers of each of the dates, judged at the instant given for the date. */
record SelectMissedCallers(String source, Map<LocalDate, Instant> judgedAt) {

  private static final Field<LocalDate> DATE = field(name("local_date"), LOCALDATE);
  private static final Field<String> CUSTOMER = field(name("customer"), CLOB);
  private static final Field<String> STATE = field(name("state"), CLOB);
  private static final Field<Integer> RECENCY = field(name("recency"), INTEGER);

  Map<LocalDate, MissedCallers> run(DSLContext sql) {
    return sql.select(DATE, missedCallers())
        .from(missedCalls().asTable("missed_call"))
        .groupBy(DATE)
        .fetchMap(row -> row.value1(), row -> row.value2());
  }

  private static SelectField<MissedCallers> missedCallers() {
    return row(
            callers(CallbackState.RETURNED),
            callers(CallbackState.CAME_BACK),
            callers(CallbackState.TRIED),
            callers(CallbackState.OUTSTANDING),
            callers(CallbackState.EXPIRED),
            count().filterWhere(CUSTOMER.isNull()))
        .mapping(MissedCallers::new);
  }

  private static Field<Integer> callers(CallbackState state) {
    return count().filterWhere(CUSTOMER.isNotNull().and(RECENCY.eq(1)).and(STATE.eq(state.text())));
  }

  private Select<Record4<LocalDate, String, String, Integer>> missedCalls() {
    return judgedAt.entrySet().stream()
        .map(day -> missedCalls(day.getKey(), day.getValue()))
        .reduce(Select::unionAll)
        .orElseThrow();
  }

  /** The missed calls of a date; those of a customer numbered from 1, the last one. */
  private Select<Record4<LocalDate, String, String, Integer>> missedCalls(
      LocalDate date, Instant instant) {
    MissedCallAt judged = MISSED_CALL_AT(instant).as("judged");
    return select(
            CALL.LOCAL_DATE,
            judged.CUSTOMER,
            judged.STATE,
            rowNumber()
                .over()
                .partitionBy(judged.CUSTOMER)
                .orderBy(judged.MISSED_AT.desc(), judged.PBX_ID.desc())
                .as(RECENCY))
        .from(judged)
        .join(CALL)
        .on(CALL.SOURCE.eq(judged.SOURCE))
        .and(CALL.PBX_ID.eq(judged.PBX_ID))
        .where(judged.SOURCE.eq(source))
        .and(CALL.LOCAL_DATE.eq(date));
  }
}
