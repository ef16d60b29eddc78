package calltally.reporting.call;

import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.inline;

import calltally.sql.jooq.calls.Routines;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The session settings of a refresh's transactions, independent of the server's. */
final class SessionSettings {

  private static final Map<String, String> FOR_WORK =
      Map.of(
          // Seven days must be 168 hours even where the program's own zone changes its clocks.
          "timezone", "UTC",
          // Compiling plans over many partitions takes seconds; running them takes milliseconds.
          "jit", "off");

  /** At the default the planner reads whole tables for two days' calls: it expects a slow disk. */
  private static final Map<String, String> FOR_RECENT_ROWS = Map.of("random_page_cost", "1.1");

  private static final List<String> WAYS_TO_READ_MANY_ROWS =
      List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin");

  private static final Map<String, String> FOR_LONG_WORK =
      Map.of(
          "work_mem", "256MB",
          "statement_timeout", "0",
          "lock_timeout", "0",
          "idle_in_transaction_session_timeout", "0");

  private static final String FORGET_PLANS = "discard plans";

  private SessionSettings() {}

  /**
   * For a refresh: it reads the last days, which are in memory, a few rows here and there.
   *
   * <p>How few, the planner does not know: the rows that say so were marked in the same
   * transaction. To analyze them each time costs more than the refresh, and keeps plans from being
   * used again.
   */
  static void forRefresh(DSLContext transaction) {
    set(transaction, Stream.of(FOR_WORK, FOR_RECENT_ROWS, waysToReadManyRows("off")));
  }

  /** For its statistics: sums of many sources' days are joined with each other. */
  static void forDays(DSLContext transaction) {
    set(transaction, Stream.of(Map.of("enable_hashjoin", "on")));
  }

  /** For a refresh that has much to do, until {@link #endBulk}. */
  static void forBulk(DSLContext transaction) {
    set(transaction, Stream.of(waysToReadManyRows("on")));
    transaction.execute(FORGET_PLANS);
  }

  /** Plans for many rows would stay with the connection, and be used for a few. */
  static void endBulk(DSLContext transaction) {
    transaction.execute(FORGET_PLANS);
  }

  /** For transactions that last as long as a rebuild and wait for each other. */
  static void forLongWork(DSLContext transaction) {
    set(transaction, Stream.of(FOR_WORK, FOR_LONG_WORK));
    // What outlives its program would keep every refresh waiting.
    Routines.noticeLostClient(transaction.configuration());
  }

  private static Map<String, String> waysToReadManyRows(String value) {
    return WAYS_TO_READ_MANY_ROWS.stream().collect(toMap(setting -> setting, setting -> value));
  }

  /** Sets all at once, until the transaction ends. */
  private static void set(DSLContext transaction, Stream<Map<String, String>> settings) {
    List<SelectFieldOrAsterisk> values =
        settings
            .flatMap(some -> some.entrySet().stream())
            .sorted(Map.Entry.comparingByKey())
            .<SelectFieldOrAsterisk>map(
                setting ->
                    DSL.function(
                        "set_config",
                        SQLDataType.VARCHAR,
                        inline(setting.getKey()),
                        inline(setting.getValue()),
                        inline(true)))
            .toList();
    var unused = transaction.select(values).fetchSingle();
  }
}
