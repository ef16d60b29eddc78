package calltally.sql.settings;

import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;

import calltally.sql.jooq.calls.Routines;
import calltally.sql.jooq.directory.tables.records.LineRecord;
import calltally.sql.jooq.directory.tables.records.ManagerNumberRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Replaces the directory of a source, and marks exactly the calls and days that this changes as
 * stale.
 */
record ReplaceDirectory(DSLContext sql, int sourceId, Directory before, Directory after) {

  /** Returns how many calls were marked. */
  long run() {
    if (before.equals(after)) {
      return 0;
    }
    write();
    List<ChangedNumber> managers = DirectoryChange.changes(before.managers(), after.managers());
    List<ChangedNumber> lines = DirectoryChange.changes(before.lines(), after.lines());
    markManagers(managers);
    return markNumbers(Stream.concat(managers.stream(), lines.stream()).toList());
  }

  private void write() {
    sql.deleteFrom(MANAGER_NUMBER).where(MANAGER_NUMBER.SOURCE_ID.eq(sourceId)).execute();
    sql.batchInsert(after.managers().stream().map(this::row).toList()).execute();
    sql.deleteFrom(LINE).where(LINE.SOURCE_ID.eq(sourceId)).execute();
    sql.batchInsert(after.lines().stream().map(this::row).toList()).execute();
  }

  private long markNumbers(Collection<ChangedNumber> changes) {
    return Routines.markNumbersStale(
        sql.configuration(),
        sourceId,
        changes.stream().map(ChangedNumber::number).toArray(String[]::new),
        changes.stream().map(change -> change.days().from()).toArray(LocalDate[]::new),
        changes.stream().map(change -> change.days().until()).toArray(LocalDate[]::new));
  }

  private void markManagers(Collection<ChangedNumber> changes) {
    List<Days> days =
        changes.stream()
            .flatMap(change -> change.names().stream().map(name -> new Days(name, change.days())))
            .toList();
    Routines.markManagersStale(
        sql.configuration(),
        sourceId,
        days.stream().map(Days::manager).toArray(String[]::new),
        days.stream().map(day -> day.validity().from()).toArray(LocalDate[]::new),
        days.stream().map(day -> day.validity().until()).toArray(LocalDate[]::new));
  }

  private ManagerNumberRecord row(ManagerNumber manager) {
    ManagerNumberRecord row = new ManagerNumberRecord();
    row.setSourceId(sourceId);
    row.setNumber(manager.number());
    row.setValidFrom(manager.validity().from());
    row.setValidUntil(manager.validity().until());
    row.setManager(manager.name());
    row.setDepartment(manager.department());
    return row;
  }

  private LineRecord row(Line line) {
    LineRecord row = new LineRecord();
    row.setSourceId(sourceId);
    row.setNumber(line.number());
    row.setValidFrom(line.validity().from());
    row.setValidUntil(line.validity().until());
    row.setName(line.name());
    row.setDepartment(line.department());
    return row;
  }

  /** Local dates on which a manager's numbers or department changed. */
  private record Days(String manager, ValidityPeriod validity) {}
}
