package calltally.reporting.report.query;

import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.SHIFT;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;

import calltally.reporting.call.Refresh;
import calltally.sql.DatabaseAddress;
import calltally.sql.DatabaseRole;
import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a company with the lines Sales and Support and the managers Anna, Boris (both of the
 * department Sales) and Vera (Support), stored as notifications and derived by a refresh.
 */
public final class History implements AutoCloseable {

  public static final String SALES = "+375290000001";
  public static final String SUPPORT = "+375290000002";
  public static final String ANNA = "+375290000011";
  public static final String BORIS = "+375290000012";
  public static final String VERA = "+375290000013";

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.pool(), SQLDialect.POSTGRES);
  private final ZoneId zone;
  private final List<String> rows = new ArrayList<>();
  private int calls;

  public History(ZoneId zone) {
    this.zone = zone;
    sql.insertInto(SOURCE, SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
        .values("main", zone.getId(), "BY")
        .execute();
    sql.insertInto(LINE, LINE.SOURCE_ID, LINE.NUMBER, LINE.NAME, LINE.DEPARTMENT)
        .values(1, SALES, "Sales", "Sales")
        .values(1, SUPPORT, "Support", "Support")
        .execute();
    manager(ANNA, "Anna", "Sales");
    manager(BORIS, "Boris", "Sales");
    manager(VERA, "Vera", "Support");
  }

  private void manager(String number, String name, String department) {
    sql.insertInto(MANAGER_NUMBER)
        .set(MANAGER_NUMBER.SOURCE_ID, 1)
        .set(MANAGER_NUMBER.NUMBER, number)
        .set(MANAGER_NUMBER.MANAGER, name)
        .set(MANAGER_NUMBER.DEPARTMENT, department)
        .execute();
  }

  /** Unpooled connections, which tests may hold and change. */
  public DataSource owner() {
    return database.owner();
  }

  /** Connections that may do what a role may. */
  public DataSource as(DatabaseRole role) {
    return database.as(role);
  }

  public DataSource pool() {
    return database.pool();
  }

  public DatabaseAddress address() {
    return database.address();
  }

  public DSLContext sql() {
    return sql;
  }

  void targets(String answerRate, String serviceLevel) {
    sql.update(SOURCE)
        .set(SOURCE.ANSWER_RATE_TARGET, new BigDecimal(answerRate))
        .set(SOURCE.SERVICE_LEVEL_TARGET, new BigDecimal(serviceLevel))
        .execute();
  }

  public void shift(DayOfWeek weekday, String from, String to) {
    sql.insertInto(SHIFT, SHIFT.SOURCE_ID, SHIFT.WEEKDAY, SHIFT.FROM_TIME, SHIFT.TO_TIME)
        .values(1, (short) weekday.getValue(), LocalTime.parse(from), LocalTime.parse(to))
        .execute();
  }

  public void holiday(LocalDate date) {
    sql.insertInto(HOLIDAY, HOLIDAY.SOURCE_ID, HOLIDAY.LOCAL_DATE).values(1, date).execute();
  }

  /** A call that the manager answers after ten seconds and talks for a minute. */
  public void answered(String localTime, String customer, String line, String manager) {
    String call = newCall();
    Instant start = instant(localTime);
    add(call, start, "incoming_call_start", customer, line, null);
    add(call, start, "incoming_call_start_chain_member_call", customer, manager, null);
    add(call, start.plusSeconds(10), "incoming_call_answer", customer, manager, null);
    Instant end = start.plusSeconds(70);
    add(call, end, "incoming_call_end_chain_member_call", customer, manager, "answer");
    add(call, end, "incoming_call_end", customer, line, "answer");
  }

  /** A call that rings at the managers for fifteen seconds each and is not answered. */
  public void missed(String localTime, @Nullable String customer, String line, String... managers) {
    String call = newCall();
    Instant at = instant(localTime);
    add(call, at, "incoming_call_start", customer, line, null);
    for (String manager : managers) {
      add(call, at, "incoming_call_start_chain_member_call", customer, manager, null);
      at = at.plusSeconds(15);
      add(call, at, "incoming_call_end_chain_member_call", customer, manager, "noanswer");
    }
    add(call, at.plusSeconds(6), "incoming_call_end", customer, line, "noanswer");
  }

  /** A call of which only the start was received. */
  void unended(String localTime, @Nullable String customer, String line) {
    add(newCall(), instant(localTime), "incoming_call_start", customer, line, null);
  }

  /** A missed call of which the exchange does not report how the manager's ring ended. */
  void untold(String localTime, String customer, String line, String manager) {
    String call = newCall();
    Instant start = instant(localTime);
    add(call, start, "incoming_call_start", customer, line, null);
    add(call, start, "incoming_call_start_chain_member_call", customer, manager, null);
    add(call, start.plusSeconds(20), "incoming_call_end", customer, line, "noanswer");
  }

  /** A call to the customer that is not answered. */
  void tried(String localTime, String manager, String customer) {
    String call = newCall();
    add(call, instant(localTime), "outgoing_call_start", manager, customer, null);
    Instant end = instant(localTime).plusSeconds(20);
    add(call, end, "outgoing_call_end", manager, customer, "noanswer");
  }

  /** A call to the customer that is answered after five seconds. */
  public void reached(String localTime, String manager, String customer) {
    String call = newCall();
    Instant start = instant(localTime);
    add(call, start, "outgoing_call_start", manager, customer, null);
    add(call, start.plusSeconds(5), "outgoing_call_answer", manager, customer, null);
    add(call, start.plusSeconds(65), "outgoing_call_end", manager, customer, "answer");
  }

  /** Stores what happened and derives the calls. */
  public History refreshed() {
    List<Boolean> unused = new AppendNotifications("[" + String.join(",", rows) + "]").run(sql);
    rows.clear();
    new Refresh(database.pool()).run();
    return this;
  }

  public Instant instant(String localTime) {
    return LocalDateTime.parse(localTime).atZone(zone).toInstant();
  }

  private String newCall() {
    calls++;
    return "1." + calls;
  }

  private void add(
      String call,
      Instant at,
      String event,
      @Nullable String caller,
      String receiver,
      @Nullable String status) {
    String fields =
        """
        "source_id": 1, "received_at": "%s", "occurred_at": "%s", "event": "%s", "pbx_id": "%s", \
        "caller": %s, "receiver": "%s", "status": %s, "fields": {}, "method": "POST", \
        "channel": "http", "parser_version": 1\
        """
            .formatted(at, at, event, call, json(caller), receiver, json(status));
    rows.add("{" + fields + ", \"digest\": \"" + digest(fields) + "\"}");
  }

  private static String json(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
