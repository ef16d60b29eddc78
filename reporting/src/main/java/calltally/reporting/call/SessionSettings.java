package calltally.reporting.call;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import org.jooq.DSLContext;

/** How the transactions of a refresh work, whatever the server's settings are. */
final class SessionSettings {

  private SessionSettings() {}

  static void forWork(DSLContext transaction) {
    // A window of 7 days is 168 hours, also where the program runs and the clock changes.
    set(transaction, "timezone", "UTC");
    // Compiling plans over many partitions takes seconds, running them milliseconds.
    set(transaction, "jit", "off");
  }

  /** For transactions that last as long as a rebuild and wait for each other. */
  static void forLongWork(DSLContext transaction) {
    forWork(transaction);
    set(transaction, "work_mem", "256MB");
    set(transaction, "statement_timeout", "0");
    set(transaction, "lock_timeout", "0");
    set(transaction, "idle_in_transaction_session_timeout", "0");
  }

  private static void set(DSLContext transaction, String setting, String value) {
    transaction.setLocal(name(setting), inline(value)).execute();
  }
}
