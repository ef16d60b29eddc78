package calltally.reporting.report;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.MISSED_CALL;
import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.SHIFT;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static calltally.sql.jooq.stats.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.stats.Tables.DAILY_QUALITY;
import static calltally.sql.jooq.stats.Tables.HOURLY_LINE;

import calltally.sql.jooq.calls.tables.records.CallRecord;
import calltally.sql.jooq.calls.tables.records.MissedCallRecord;
import calltally.sql.jooq.stats.tables.records.DailyManagerRecord;
import calltally.sql.jooq.stats.tables.records.DailyQualityRecord;
import calltally.sql.jooq.stats.tables.records.HourlyLineRecord;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows of one source, written as a refresh would leave them. */
final class History {

  static final String SALES = "+375290000001";

  private final DSLContext sql;
  private final ZoneId zone;
  private int calls;

  History(DataSource dataSource, ZoneId zone) {
    this.sql = DSL.using(dataSource, SQLDialect.POSTGRES);
    this.zone = zone;
    sql.insertInto(SOURCE, SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
        .values("main", zone.getId(), "BY")
        .execute();
  }

  void targets(String answerRate, String serviceLevel) {
    sql.update(SOURCE)
        .set(SOURCE.ANSWER_RATE_TARGET, new BigDecimal(answerRate))
        .set(SOURCE.SERVICE_LEVEL_TARGET, new BigDecimal(serviceLevel))
        .execute();
  }

  void shift(DayOfWeek weekday, String from, String to) {
    sql.insertInto(SHIFT, SHIFT.SOURCE_ID, SHIFT.WEEKDAY, SHIFT.FROM_TIME, SHIFT.TO_TIME)
        .values(1, (short) weekday.getValue(), LocalTime.parse(from), LocalTime.parse(to))
        .execute();
  }

  void holiday(LocalDate date) {
    sql.insertInto(HOLIDAY, HOLIDAY.SOURCE_ID, HOLIDAY.LOCAL_DATE).values(1, date).execute();
  }

  /** Whose own number it is in [from, until). */
  void owner(String number, String manager, @Nullable LocalDate from, @Nullable LocalDate until) {
    sql.insertInto(MANAGER_NUMBER)
        .set(MANAGER_NUMBER.SOURCE_ID, 1)
        .set(MANAGER_NUMBER.NUMBER, number)
        .set(MANAGER_NUMBER.MANAGER, manager)
        .set(MANAGER_NUMBER.VALID_FROM, from)
        .set(MANAGER_NUMBER.VALID_UNTIL, until)
        .execute();
  }

  void received(LocalDate date, int calls, int complete) {
    DailyQualityRecord row = zeros(sql.newRecord(DAILY_QUALITY));
    row.setLocalDate(date);
    row.setNotifications(5 * calls + 1);
    row.setCalls(calls);
    row.setCallsComplete(complete);
    row.insert();
  }

  void hour(String localTime, String line, Consumer<HourlyLineRecord> counts) {
    LocalDate date = LocalDate.parse(localTime.substring(0, 10));
    HourlyLineRecord row = zeros(sql.newRecord(HOURLY_LINE));
    row.setLocalDate(date);
    row.setHourStart(instant(localTime));
    row.setLine(line);
    row.setLineName(line.equals(SALES) ? "Sales" : null);
    row.setDepartment(line.equals(SALES) ? "Sales" : null);
    counts.accept(row);
    row.setIncoming(row.getAnswered() + row.getMissed() + row.getUnfinished());
    row.insert();
  }

  void manager(LocalDate date, String name, Consumer<DailyManagerRecord> counts) {
    DailyManagerRecord row = zeros(sql.newRecord(DAILY_MANAGER));
    row.setLocalDate(date);
    row.setManager(name);
    counts.accept(row);
    row.insert();
  }

  /** A missed call of the customer that started and ended at the local time. */
  void missed(String localTime, @Nullable String customer) {
    missed(localTime, customer, row -> {});
  }

  void missed(String localTime, @Nullable String customer, Consumer<MissedCallRecord> followedBy) {
    CallRecord call = call(localTime, "incoming", customer);
    call.setLine(SALES);
    call.setLineName("Sales");
    missed(call, followedBy);
  }

  /** A missed call to a number that the directory does not name as a line. */
  void missedAt(String line, String localTime, String customer) {
    CallRecord call = call(localTime, "incoming", customer);
    call.setLine(line);
    missed(call, row -> {});
  }

  private void missed(CallRecord call, Consumer<MissedCallRecord> followedBy) {
    call.setMissedReason("no_answer");
    call.setWaitSeconds(new BigDecimal("31.250"));
    call.insert();
    MissedCallRecord row = sql.newRecord(MISSED_CALL);
    row.setSourceId(1);
    row.setPbxId(call.getPbxId());
    row.setCustomer(call.getCustomer());
    row.setLine(call.getLine());
    row.setMissedAt(call.getEndedAt());
    row.setLocalDate(call.getLocalDate());
    followedBy.accept(row);
    row.insert();
  }

  /** A call to the customer that nobody answered. */
  void tried(String localTime, String customer) {
    call(localTime, "outgoing", customer).insert();
  }

  Instant instant(String localTime) {
    return java.time.LocalDateTime.parse(localTime).atZone(zone).toInstant();
  }

  private CallRecord call(String localTime, String direction, @Nullable String customer) {
    CallRecord row = zeros(sql.newRecord(CALL));
    calls++;
    row.setPbxId("1." + calls);
    row.setDirection(direction);
    row.setCustomer(customer);
    row.setOutcome("missed");
    row.setStartedAt(instant(localTime));
    row.setEndedAt(instant(localTime));
    row.setHourStart(instant(localTime.substring(0, 13) + ":00"));
    row.setLocalDate(LocalDate.parse(localTime.substring(0, 10)));
    row.setLocalHour(Short.valueOf(localTime.substring(11, 13)));
    row.setIsShort(false);
    row.setHasVoicemail(false);
    row.setIsInternal(false);
    row.setIsComplete(true);
    row.setAnomalies(new String[0]);
    return row;
  }

  private static <R extends TableRecord<R>> R zeros(R row) {
    for (Field<?> field : row.fields()) {
      if (!field.getDataType().nullable() && Number.class.isAssignableFrom(field.getType())) {
        zero(row, field);
      }
    }
    row.set(row.field("source_id", Integer.class), 1);
    return row;
  }

  private static <N> void zero(Record row, Field<N> field) {
    row.set(field, field.getDataType().convert(0));
  }
}
