package calltally.reporting.report;

import static calltally.reporting.report.CallbackState.OUTSTANDING;
import static calltally.reporting.report.CallbackState.TRIED;
import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.MISSED_CALL_AT;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.SQLDataType.BOOLEAN;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.INTEGER;

import calltally.sql.jooq.analytics.tables.Call;
import calltally.sql.jooq.analytics.tables.MissedCallAt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** Every caller outstanding or tried at the instant, those who called on the date first. */
record SelectWaitingCallers(String source, LocalDate date, Instant judgedAt) {

  private static final Field<Boolean> OF_DATE = field(name("of_date"), BOOLEAN);
  private static final Field<Integer> MISSED_CALLS = field(name("missed_calls"), INTEGER);
  private static final Field<Integer> RECENCY = field(name("recency"), INTEGER);
  private static final Field<Integer> LISTING = field(name("listing"), INTEGER);
  private static final Field<Integer> TRIES = field(name("tries"), INTEGER);
  private static final Field<String> OWNER = field(name("line_owner"), CLOB);
  private static final List<String> WAITING = List.of(OUTSTANDING.text(), TRIED.text());

  private static final MissedCallAt MISSED = MISSED_CALL_AT.as("missed");
  private static final Call LATER = CALL.as("later");

  CallbackList run(DSLContext sql) {
    Table<?> missedCall = missedCalls(sql).asTable(MISSED);
    Table<?> caller = waitingCallers(sql, missedCall).asTable(MISSED);
    Map<Boolean, List<WaitingCaller>> callers =
        sql.select(caller.fields())
            .select(tries(), owner())
            .from(caller)
            .where(LISTING.eq(1))
            .orderBy(OF_DATE.desc(), MISSED_CALLS.desc(), MISSED.MISSED_AT, MISSED.CUSTOMER)
            .collect(
                partitioningBy(
                    row -> row.get(OF_DATE), mapping(SelectWaitingCallers::caller, toList())));
    return new CallbackList(
        callers.getOrDefault(true, List.of()), callers.getOrDefault(false, List.of()));
  }

  /** Missed calls of known customers; those of a customer and part numbered from 1, the last. */
  private Select<?> missedCalls(DSLContext sql) {
    MissedCallAt judged = MISSED_CALL_AT(judgedAt).as("judged");
    Field<Boolean> ofDate = field(CALL.LOCAL_DATE.eq(date));
    return sql.select(judged.CUSTOMER, judged.LINE, judged.MISSED_AT, judged.MISSED_REASON)
        .select(judged.STATE, judged.CALLED_BACK_BY)
        .select(CALL.LINE_NAME, CALL.LOCAL_DATE, CALL.WAIT_SECONDS)
        .select(ofDate.as(OF_DATE))
        .select(
            count()
                .filterWhere(ofDate.isTrue().or(judged.STATE.in(WAITING)))
                .over()
                .partitionBy(judged.CUSTOMER, ofDate)
                .as(MISSED_CALLS),
            rowNumber()
                .over()
                .partitionBy(judged.CUSTOMER, ofDate)
                .orderBy(judged.MISSED_AT.desc(), judged.PBX_ID.desc())
                .as(RECENCY))
        .from(judged)
        .join(CALL)
        .on(CALL.SOURCE.eq(judged.SOURCE))
        .and(CALL.PBX_ID.eq(judged.PBX_ID))
        .where(judged.SOURCE.eq(source))
        .and(judged.CUSTOMER.isNotNull());
  }

  /** Last missed calls of those who wait; a caller of the date is listed there and not again. */
  private static Select<?> waitingCallers(DSLContext sql, Table<?> missedCall) {
    return sql.select(missedCall.fields())
        .select(rowNumber().over().partitionBy(MISSED.CUSTOMER).orderBy(OF_DATE.desc()).as(LISTING))
        .from(missedCall)
        .where(RECENCY.eq(1))
        .and(MISSED.STATE.in(WAITING));
  }

  private Field<Integer> tries() {
    return field(
            selectCount()
                .from(LATER)
                .where(LATER.SOURCE.eq(source))
                .and(LATER.CUSTOMER.eq(MISSED.CUSTOMER))
                .and(LATER.DIRECTION.eq("outgoing"))
                .and(LATER.STARTED_AT.gt(MISSED.MISSED_AT))
                .and(LATER.STARTED_AT.le(judgedAt)))
        .as(TRIES);
  }

  private Field<String> owner() {
    Call missed = CALL.as(MISSED);
    return new LineOwner(source).of(missed.LINE, missed.LINE_NAME, missed.LOCAL_DATE).as(OWNER);
  }

  private static WaitingCaller caller(Record row) {
    return new WaitingCaller(
        row.get(MISSED.CUSTOMER),
        new Line(row.get(MISSED.LINE), row.get(CALL.LINE_NAME), row.get(OWNER)),
        row.get(MISSED_CALLS),
        row.get(MISSED.MISSED_AT),
        Seconds.orNull(row.get(CALL.WAIT_SECONDS)),
        MissedReason.of(row.get(MISSED.MISSED_REASON)),
        CallbackState.of(row.get(MISSED.STATE)),
        row.get(TRIES),
        row.get(MISSED.CALLED_BACK_BY));
  }
}
