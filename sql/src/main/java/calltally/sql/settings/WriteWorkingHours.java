package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.LINE_SHIFT;
import static calltally.sql.jooq.config.Tables.SHIFT;

import calltally.sql.jooq.config.tables.records.HolidayRecord;
import calltally.sql.jooq.config.tables.records.LineShiftRecord;
import calltally.sql.jooq.config.tables.records.ShiftRecord;
import java.util.List;
import org.jooq.DSLContext;

/** Replaces the shifts and holidays of a source, and the shifts of its lines. */
record WriteWorkingHours(int sourceId, WorkingHours wanted) {

  void run(DSLContext sql) {
    sql.deleteFrom(SHIFT).where(SHIFT.SOURCE_ID.eq(sourceId)).execute();
    sql.batchInsert(wanted.shifts().stream().map(this::row).toList()).execute();
    sql.deleteFrom(HOLIDAY).where(HOLIDAY.SOURCE_ID.eq(sourceId)).execute();
    sql.batchInsert(holidays()).execute();
    sql.deleteFrom(LINE_SHIFT).where(LINE_SHIFT.SOURCE_ID.eq(sourceId)).execute();
    sql.batchInsert(lineShifts()).execute();
  }

  private ShiftRecord row(Shift shift) {
    return new ShiftRecord(sourceId, (short) shift.weekday().getValue(), shift.from(), shift.to());
  }

  private List<HolidayRecord> holidays() {
    return wanted.holidays().stream().map(date -> new HolidayRecord(sourceId, date)).toList();
  }

  private List<LineShiftRecord> lineShifts() {
    return wanted.lines().entrySet().stream()
        .flatMap(line -> line.getValue().stream().map(shift -> row(line.getKey(), shift)))
        .toList();
  }

  private LineShiftRecord row(String line, Shift shift) {
    return new LineShiftRecord(
        sourceId, line, (short) shift.weekday().getValue(), shift.from(), shift.to());
  }
}
