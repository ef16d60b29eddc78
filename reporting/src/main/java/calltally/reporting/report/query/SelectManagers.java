package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.DAILY_MANAGER;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Rate;
import calltally.reporting.report.Transfers;
import calltally.sql.jooq.analytics.tables.ManagerFigures;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The figures of each manager in the period, most attempts first.
 *
 * @param trends the course of each manager's answer rate, by manager's name
 */
record SelectManagers(FigureFunctions figures, Map<String, List<@Nullable Double>> trends) {

  SelectManagers(FigureFunctions figures) {
    this(figures, Map.of());
  }

  List<ManagerActivity> run(DSLContext sql) {
    ManagerFigures managers = figures.managers("period");
    return sql.select(
            managers.MANAGER,
            managers.DEPARTMENT,
            ManagerFields.counts(managers),
            ManagerFields.answerRate(managers),
            managers.RING_MEDIAN.convertFrom(Seconds::orNull),
            managers.TALK_SUM.convertFrom(Seconds::duration),
            row(managers.TRANSFERS_IN, managers.TRANSFERS_OUT).mapping(Transfers::new),
            managers.CALLS_ANSWERED,
            managers.OUTGOING,
            ManagerFields.connected(managers),
            managers.CALLBACKS,
            managers.CALLBACK_TRIES,
            managers.MISSED_CALLS)
        .from(managers)
        .orderBy(managers.ATTEMPTS.desc(), managers.MANAGER)
        .fetch(
            row ->
                new ManagerActivity(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    row.value10(),
                    row.value11(),
                    row.value12(),
                    row.value13(),
                    trends.getOrDefault(row.value1(), List.of())));
  }

  /**
   * The same of a day that is not over, from the sums that each refresh stores: compared with
   * nothing, and without the share of the calls placed that were answered.
   */
  List<ManagerActivity> soFar(DSLContext sql) {
    return sql.select(
            DAILY_MANAGER.MANAGER,
            DAILY_MANAGER.DEPARTMENT,
            ManagerFields.counts(DAILY_MANAGER),
            ManagerFields.answerRate(DAILY_MANAGER),
            DAILY_MANAGER.RING_MEDIAN.convertFrom(Seconds::orNull),
            DAILY_MANAGER.TALK_SUM.convertFrom(Seconds::duration),
            row(DAILY_MANAGER.TRANSFERS_IN, DAILY_MANAGER.TRANSFERS_OUT).mapping(Transfers::new),
            DAILY_MANAGER.CALLS_ANSWERED,
            DAILY_MANAGER.OUTGOING,
            DAILY_MANAGER.CALLBACKS,
            DAILY_MANAGER.CALLBACK_TRIES,
            DAILY_MANAGER.MISSED_CALLS)
        .from(DAILY_MANAGER)
        .where(DAILY_MANAGER.SOURCE.eq(figures.scope().source()))
        .and(DAILY_MANAGER.LOCAL_DATE.eq(figures.from()))
        .and(ofDepartment())
        .orderBy(DAILY_MANAGER.ATTEMPTS.desc(), DAILY_MANAGER.MANAGER)
        .fetch(
            row ->
                new ManagerActivity(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    row.value9(),
                    Rate.NONE,
                    row.value10(),
                    row.value11(),
                    row.value12(),
                    List.of()));
  }

  private Condition ofDepartment() {
    String department = figures.scope().department();
    return department == null ? noCondition() : DAILY_MANAGER.DEPARTMENT.eq(department);
  }
}
