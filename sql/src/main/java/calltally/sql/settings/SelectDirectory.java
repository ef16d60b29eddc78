package calltally.sql.settings;

import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;

import org.jooq.DSLContext;

/** Reads the stored directory of a source. */
record SelectDirectory(DSLContext sql, int sourceId) {

  Directory fetch() {
    return new Directory(
        sql.selectFrom(MANAGER_NUMBER)
            .where(MANAGER_NUMBER.SOURCE_ID.eq(sourceId))
            .fetchSet(
                row ->
                    new ManagerNumber(
                        row.getNumber(),
                        row.getManager(),
                        row.getDepartment(),
                        new ValidityPeriod(row.getValidFrom(), row.getValidUntil()))),
        sql.selectFrom(LINE)
            .where(LINE.SOURCE_ID.eq(sourceId))
            .fetchSet(
                row ->
                    new Line(
                        row.getNumber(),
                        row.getName(),
                        row.getDepartment(),
                        new ValidityPeriod(row.getValidFrom(), row.getValidUntil()))));
  }
}
