package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.DAILY_MANAGER;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.SelectField;

/** What each manager did on the date, most attempts first. */
record SelectManagers(String source, LocalDate date) {

  List<ManagerDay> run(DSLContext sql) {
    return sql.select(
            DAILY_MANAGER.MANAGER,
            DAILY_MANAGER.DEPARTMENT,
            attempts(),
            DAILY_MANAGER.RING_MEDIAN.convertFrom(Seconds::orNull),
            DAILY_MANAGER.TALK_SUM.convertFrom(Seconds::duration),
            DAILY_MANAGER.OUTGOING,
            DAILY_MANAGER.CALLBACKS)
        .from(DAILY_MANAGER)
        .where(DAILY_MANAGER.SOURCE.eq(source))
        .and(DAILY_MANAGER.LOCAL_DATE.eq(date))
        .orderBy(DAILY_MANAGER.ATTEMPTS.desc(), DAILY_MANAGER.MANAGER)
        .fetch(Records.mapping(ManagerDay::new));
  }

  private static SelectField<AttemptCounts> attempts() {
    return row(
            DAILY_MANAGER.ATTEMPTS,
            DAILY_MANAGER.ANSWERED,
            DAILY_MANAGER.NO_ANSWER,
            DAILY_MANAGER.BUSY,
            DAILY_MANAGER.UNAVAILABLE,
            DAILY_MANAGER.TAKEN_BY_ANOTHER,
            DAILY_MANAGER.CALLER_GAVE_UP,
            DAILY_MANAGER.OTHER)
        .mapping(AttemptCounts::new);
  }
}
