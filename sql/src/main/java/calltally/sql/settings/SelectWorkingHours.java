package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.SHIFT;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The shifts of a source and its holidays. */
public record SelectWorkingHours(int sourceId) {

  public WorkingHours run(DSLContext sql) {
    return new WorkingHours(shifts(sql), holidays(sql));
  }

  private Set<Shift> shifts(DSLContext sql) {
    return sql.select(SHIFT.WEEKDAY.convertFrom(DayOfWeek::of), SHIFT.FROM_TIME, SHIFT.TO_TIME)
        .from(SHIFT)
        .where(SHIFT.SOURCE_ID.eq(sourceId))
        .fetchSet(Records.mapping(Shift::new));
  }

  private Set<LocalDate> holidays(DSLContext sql) {
    return sql.select(HOLIDAY.LOCAL_DATE)
        .from(HOLIDAY)
        .where(HOLIDAY.SOURCE_ID.eq(sourceId))
        .fetchSet(HOLIDAY.LOCAL_DATE);
  }
}
