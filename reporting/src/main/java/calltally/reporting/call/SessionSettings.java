package calltally.reporting.call;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import calltally.sql.jooq.calls.Routines;
import org.jooq.DSLContext;

/** The session settings of a refresh's transactions, independent of the server's. */
final class SessionSettings {

  private SessionSettings() {}

  /** For a refresh: it reads the last days, which are in memory, a few rows here and there. */
  static void forRefresh(DSLContext transaction) {
    forWork(transaction);
    // As for a fast disk: at the default the planner reads whole tables for two days' calls.
    set(transaction, "random_page_cost", "1.1");
  }

  private static void forWork(DSLContext transaction) {
    // Seven days must be 168 hours even where the program's own zone changes its clocks.
    set(transaction, "timezone", "UTC");
    // Compiling plans over many partitions takes seconds; running them takes milliseconds.
    set(transaction, "jit", "off");
  }

  /** For transactions that last as long as a rebuild and wait for each other. */
  static void forLongWork(DSLContext transaction) {
    forWork(transaction);
    set(transaction, "work_mem", "256MB");
    set(transaction, "statement_timeout", "0");
    set(transaction, "lock_timeout", "0");
    set(transaction, "idle_in_transaction_session_timeout", "0");
    // What outlives its program would keep every refresh waiting.
    Routines.noticeLostClient(transaction.configuration());
  }

  private static void set(DSLContext transaction, String setting, String value) {
    transaction.setLocal(name(setting), inline(value)).execute();
  }
}
