package calltally.reporting.delivery.subscription;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** The departments or managers in a source's directory on a local date, ordered by name. */
public record SelectFanOutNames(String source, FanOutBy each, LocalDate date) {

  public List<String> run(DSLContext sql) {
    Select<Record1<String>> names =
        switch (each) {
          case DEPARTMENT -> departments();
          case MANAGER -> managers();
        };
    return sql.fetch(names).getValues(0, String.class).stream().sorted().toList();
  }

  private Select<Record1<String>> managers() {
    return select(MANAGER_NUMBER.MANAGER)
        .from(MANAGER_NUMBER)
        .where(isOfSource(MANAGER_NUMBER.SOURCE_ID))
        .and(holds(MANAGER_NUMBER.VALID_FROM, MANAGER_NUMBER.VALID_UNTIL))
        .groupBy(MANAGER_NUMBER.MANAGER);
  }

  private Select<Record1<String>> departments() {
    return select(LINE.DEPARTMENT)
        .from(LINE)
        .where(isOfSource(LINE.SOURCE_ID))
        .and(LINE.DEPARTMENT.isNotNull())
        .and(holds(LINE.VALID_FROM, LINE.VALID_UNTIL))
        .union(
            select(MANAGER_NUMBER.DEPARTMENT)
                .from(MANAGER_NUMBER)
                .where(isOfSource(MANAGER_NUMBER.SOURCE_ID))
                .and(MANAGER_NUMBER.DEPARTMENT.isNotNull())
                .and(holds(MANAGER_NUMBER.VALID_FROM, MANAGER_NUMBER.VALID_UNTIL)));
  }

  private Condition isOfSource(Field<Integer> sourceId) {
    return sourceId.eq(select(SOURCE.SOURCE_ID).from(SOURCE).where(SOURCE.NAME.eq(source)));
  }

  private Condition holds(Field<LocalDate> from, Field<LocalDate> until) {
    return from.isNull().or(from.le(date)).and(until.isNull().or(until.gt(date)));
  }
}
