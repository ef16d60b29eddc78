package calltally.reporting.report.query;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import org.jooq.Field;

/** The name of a line in the directory on a date; null without an entry. */
record LineNameOn(String source) {

  Field<String> of(Field<String> line, Field<LocalDate> date) {
    return field(
        select(LINE.NAME)
            .from(LINE)
            .join(SOURCE)
            .on(SOURCE.SOURCE_ID.eq(LINE.SOURCE_ID))
            .where(SOURCE.NAME.eq(source))
            .and(LINE.NUMBER.eq(line))
            .and(LINE.VALID_FROM.isNull().or(LINE.VALID_FROM.le(date)))
            .and(LINE.VALID_UNTIL.isNull().or(LINE.VALID_UNTIL.gt(date))));
  }
}
