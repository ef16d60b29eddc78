package calltally.reporting.call;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;

import calltally.reporting.call.RandomHistory.Sent;
import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.NotificationTable;
import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A database with one source, SALES and SUPPORT as lines, and managers Anna (A, 101) and Boris (B).
 */
public final class TestJournal implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> DERIVED =
      List.of(
          "calls.call",
          "calls.attempt",
          "calls.missed_call",
          "stats.hourly_line",
          "stats.daily_manager",
          "stats.daily_quality");

  private final DataSource owner;
  private final DataSource pool;
  private final @Nullable TestDatabase database;
  private final DSLContext sql;
  private final int sourceId;

  public TestJournal(String zone) {
    this(TestDatabase.create(), zone);
  }

  private TestJournal(TestDatabase database, String zone) {
    this(database.owner(), database.pool(), database, "main", zone);
  }

  private TestJournal(
      DataSource owner,
      DataSource pool,
      @Nullable TestDatabase database,
      String source,
      String zone) {
    this.owner = owner;
    this.pool = pool;
    this.database = database;
    sql = DSL.using(pool, SQLDialect.POSTGRES);
    sourceId =
        sql.insertInto(SOURCE)
            .set(SOURCE.NAME, source)
            .set(SOURCE.ZONE, zone)
            .set(SOURCE.REGION, "BY")
            .returningResult(SOURCE.SOURCE_ID)
            .fetchSingle()
            .value1();
    sql.insertInto(LINE, LINE.SOURCE_ID, LINE.NUMBER, LINE.NAME, LINE.DEPARTMENT)
        .values(sourceId, "SALES", "Sales", "Sales")
        .values(sourceId, "SUPPORT", "Support", "Support")
        .execute();
    Map.of("A", "Anna", "101", "Anna", "B", "Boris")
        .forEach(
            (number, manager) ->
                sql.insertInto(
                        MANAGER_NUMBER,
                        MANAGER_NUMBER.SOURCE_ID,
                        MANAGER_NUMBER.NUMBER,
                        MANAGER_NUMBER.MANAGER,
                        MANAGER_NUMBER.DEPARTMENT)
                    .values(sourceId, number, manager, "Sales")
                    .execute());
  }

  /** Uses an existing database with the schema, which is not dropped at the end. */
  public static TestJournal in(DataSource owner, String zone) {
    return new TestJournal(owner, owner, null, "main", zone);
  }

  /** Uses an existing database, which the caller closes. */
  public static TestJournal in(TestDatabase database, String zone) {
    return new TestJournal(database.owner(), database.pool(), null, "main", zone);
  }

  /** Another source in the same database. */
  TestJournal withSource(String name) {
    return new TestJournal(owner, pool, null, name, "Europe/Warsaw");
  }

  public DSLContext sql() {
    return sql;
  }

  /** Uses a new database of its own. */
  public TestDatabase database() {
    return Objects.requireNonNull(database);
  }

  /** Unpooled connections, which tests may hold and change. */
  public DataSource owner() {
    return owner;
  }

  public int sourceId() {
    return sourceId;
  }

  public Refresh refresh() {
    return new Refresh(pool);
  }

  /** Stores the notifications of a call, given as a table for {@link NotificationTable}. */
  public void receive(String pbxId, String table) {
    receive(sql, NotificationTable.table(table).stream().map(n -> new Sent(pbxId, n)).toList());
  }

  /** Stores notifications in one statement of the connection. */
  public void receive(DSLContext connection, List<Sent> sent) {
    deliver(connection, sent.stream().map(ReceivedNotification::of).toList());
  }

  /** Stores deliveries in one statement of the connection. */
  public void deliver(DSLContext connection, List<ReceivedNotification> deliveries) {
    ArrayNode rows = JSON.createArrayNode();
    deliveries.forEach(received -> rows.add(row(received)));
    List<Boolean> unused = new AppendNotifications(rows.toString()).run(connection);
  }

  /** Stores a request that could not become a notification. */
  void reject(Instant receivedAt) {
    sql.fetch(
        "select journal.reject(?, ?::timestamptz, 'no event', 'event', 'POST', 'http', null, null, null, 0)",
        sourceId,
        receivedAt.toString());
  }

  /** All derived rows, table by table, in a fixed order. */
  public String derived() {
    return DERIVED.stream()
        .map(
            table ->
                table
                    + "\n"
                    + rows("select t from " + table + " as t order by t::text collate \"C\""))
        .collect(Collectors.joining("\n"));
  }

  /** The rows of a query, one line each, values separated by bars. */
  public String rows(String query) {
    return sql.fetch(query).stream()
        .map(
            row ->
                Arrays.stream(row.intoArray())
                    .map(value -> value == null ? "-" : value.toString())
                    .collect(Collectors.joining(" | ")))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }

  private ObjectNode row(ReceivedNotification received) {
    ObjectNode row = content(received.content());
    row.put("digest", digest(row.toString()));
    row.put("source_id", sourceId);
    row.put("received_at", received.receivedAt().toString());
    row.put("method", "POST");
    row.put("channel", received.channel());
    row.put("parser_version", 1);
    ArrayNode remarks = row.putArray("remarks");
    received.remarks().forEach(remarks::add);
    return row;
  }

  private static ObjectNode content(ReceivedNotification.Content content) {
    ObjectNode row = JSON.createObjectNode();
    row.put("event", content.event());
    row.put("pbx_id", content.pbxId());
    row.put("occurred_at", content.time() == null ? null : content.time().toString());
    ObjectNode fields = row.putObject("fields");
    CallNotification notification = content.notification();
    if (notification != null) {
      row.put("caller", notification.caller());
      row.put("receiver", notification.receiver());
      row.put("status", notification.status());
      row.put("duration", notification.duration());
      row.put("audio_path", notification.audioPath());
      fields.put("caller", notification.caller());
      fields.put("receiver", notification.receiver());
      fields.put("audio_path", notification.audioPath());
      if (notification.tags() != null) {
        ArrayNode tags = fields.putArray("tags");
        notification.tags().tags().forEach(tags::add);
      }
    }
    return row;
  }

  /** The digest with which a notification is stored. */
  static String digest(String pbxId, CallNotification notification) {
    return digest(
        content(ReceivedNotification.of(new Sent(pbxId, notification)).content()).toString());
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
}
