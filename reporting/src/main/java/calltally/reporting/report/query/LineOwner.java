package calltally.reporting.report.query;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/**
 * The manager whose own number a line is on a date; null when it is nobody's, or the directory
 * names it as a line.
 */
public record LineOwner(String source) {

  public Field<String> of(Field<String> line, Field<String> lineName, Field<LocalDate> date) {
    return when(lineName.isNull(), field(manager(line, date)));
  }

  private Select<Record1<String>> manager(Field<String> line, Field<LocalDate> date) {
    return select(MANAGER_NUMBER.MANAGER)
        .from(MANAGER_NUMBER)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(MANAGER_NUMBER.SOURCE_ID))
        .where(SOURCE.NAME.eq(source))
        .and(MANAGER_NUMBER.NUMBER.eq(line))
        .and(MANAGER_NUMBER.VALID_FROM.isNull().or(MANAGER_NUMBER.VALID_FROM.le(date)))
        .and(MANAGER_NUMBER.VALID_UNTIL.isNull().or(MANAGER_NUMBER.VALID_UNTIL.gt(date)));
  }
}
