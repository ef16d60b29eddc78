package calltally.web;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.max;

import calltally.reporting.call.Refresh;
import calltally.sql.DatabaseAddress;
import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
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
final class History implements AutoCloseable {

  static final String SALES = "+375290000001";
  static final String SUPPORT = "+375290000002";
  static final String ANNA = "+375290000011";
  static final String BORIS = "+375290000012";
  static final String VERA = "+375290000013";

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.pool(), SQLDialect.POSTGRES);
  private final ZoneId zone;
  private final List<String> rows = new ArrayList<>();
  private int calls;

  History(ZoneId zone) {
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

  /** Names the manager of a number. */
  void manager(String number, String name, String department) {
    sql.insertInto(MANAGER_NUMBER)
        .set(MANAGER_NUMBER.SOURCE_ID, 1)
        .set(MANAGER_NUMBER.NUMBER, number)
        .set(MANAGER_NUMBER.MANAGER, name)
        .set(MANAGER_NUMBER.DEPARTMENT, department)
        .execute();
  }

  DataSource pool() {
    return database.pool();
  }

  DatabaseAddress address() {
    return database.address();
  }

  DSLContext sql() {
    return sql;
  }

  /** When the last notification until then occurred; null without one. */
  @Nullable Instant lastNotification(Instant until) {
    return sql.select(max(NOTIFICATION.OCCURRED_AT))
        .from(NOTIFICATION)
        .where(NOTIFICATION.OCCURRED_AT.le(until))
        .fetchSingle()
        .value1();
  }

  /** A call that the manager answers after ten seconds and talks for a minute. */
  void answered(String localTime, String customer, String line, String manager) {
    answered(localTime, customer, line, manager, 10, 60);
  }

  /** A call that the manager answers after some seconds, and how long they talk. */
  void answered(
      String localTime, String customer, String line, String manager, int rings, int talks) {
    String call = newCall();
    Instant start = instant(localTime);
    add(call, start, "incoming_call_start", customer, line, null);
    add(call, start, "incoming_call_start_chain_member_call", customer, manager, null);
    add(call, start.plusSeconds(rings), "incoming_call_answer", customer, manager, null);
    Instant end = start.plusSeconds(rings + talks);
    add(call, end, "incoming_call_end_chain_member_call", customer, manager, "answer");
    add(call, end, "incoming_call_end", customer, line, "answer");
  }

  /** A call that rings at the managers for fifteen seconds each and is not answered. */
  void missed(String localTime, @Nullable String customer, String line, String... managers) {
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

  /** A call that the manager has answered and that goes on. */
  void talking(String localTime, String customer, String line, String manager) {
    String call = newCall();
    Instant start = instant(localTime);
    add(call, start, "incoming_call_start", customer, line, null);
    add(call, start, "incoming_call_start_chain_member_call", customer, manager, null);
    add(call, start.plusSeconds(8), "incoming_call_answer", customer, manager, null);
  }

  /** A call to the customer that is not answered. */
  void tried(String localTime, String manager, String customer) {
    String call = newCall();
    add(call, instant(localTime), "outgoing_call_start", manager, customer, null);
    Instant end = instant(localTime).plusSeconds(20);
    add(call, end, "outgoing_call_end", manager, customer, "noanswer");
  }

  /** A call to the customer that is answered for a minute. */
  void reached(String localTime, String manager, String customer) {
    String call = newCall();
    Instant start = instant(localTime);
    add(call, start, "outgoing_call_start", manager, customer, null);
    add(call, start.plusSeconds(5), "outgoing_call_answer", manager, customer, null);
    add(call, start.plusSeconds(65), "outgoing_call_end", manager, customer, "answer");
  }

  /** Stores what happened and derives the calls. */
  History refreshed() {
    List<Boolean> unused = new AppendNotifications("[" + String.join(",", rows) + "]").run(sql);
    rows.clear();
    new Refresh(database.pool()).run();
    return this;
  }

  Instant instant(String localTime) {
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
