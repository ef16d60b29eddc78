package calltally.reporting.report.query;

import static org.jooq.impl.DSL.row;

import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Transfers;
import calltally.sql.jooq.analytics.tables.ManagerFigures;
import java.util.List;
import java.util.Map;
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
}
