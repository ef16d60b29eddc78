package calltally.sql.retention;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes by number of the journal's past months, by which a customer is found in them.
 *
 * <p>A month gets its index once it is over: until then each notification would pay for it, and its
 * sender wait. Without one, a month is read whole.
 */
public final class NumberIndexes {

  private static final Logger LOG = LoggerFactory.getLogger(NumberIndexes.class);

  /** Smaller months are read faster than their index is worth. */
  private static final long WORTHWHILE_BYTES = 1 << 20;

  /** Notifications may be late. */
  private static final int DAYS_AFTER_THE_MONTH = 2;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'notification_'yyyyMM");
  private static final String TAKE_TURN =
      "select pg_try_advisory_lock(hashtext('journal.number_indexes'))";
  private static final String END_TURN =
      "select pg_advisory_unlock(hashtext('journal.number_indexes'))";
  private static final String WITHOUT =
      """
      select p.relname, (
          select x.relname
          from pg_index as i
          join pg_class as x on x.oid = i.indexrelid
          where i.indrelid = p.oid
              and x.relname = p.relname || '_by_number'
              and not i.indisvalid) as broken
      from pg_inherits as h
      join pg_class as p on p.oid = h.inhrelid
      where h.inhparent = cast('journal.notification' as regclass)
          and p.relname ~ '^notification_[0-9]{6}$'
          and p.relname < {0}
          and pg_relation_size(p.oid) >= {1}
          and not exists (
              select from pg_index as i
              join pg_class as x on x.oid = i.indexrelid
              where i.indrelid = p.oid
                  and x.relname = p.relname || '_by_number'
                  and i.indisvalid)
      order by p.relname
      """;

  private final DSLContext sql;
  private final long worthwhileBytes;

  /**
   * Works on a migrated database.
   *
   * @param owner connections in auto-commit mode, of the role that owns the schema
   */
  public NumberIndexes(DataSource owner) {
    this(owner, WORTHWHILE_BYTES);
  }

  NumberIndexes(DataSource owner, long worthwhileBytes) {
    this.sql = DSL.using(owner, SQLDialect.POSTGRES);
    this.worthwhileBytes = worthwhileBytes;
  }

  /**
   * Creates the missing indexes of the months that are over; notifications go on being stored.
   * Returns how many it created: none while somebody else does the same.
   *
   * @param today by UTC
   */
  public int create(LocalDate today) {
    YearMonth current = YearMonth.from(today.minusDays(DAYS_AFTER_THE_MONTH));
    // The turn belongs to one session.
    return sql.connectionResult(
        connection ->
            createInTurn(
                DSL.using(new DefaultConnectionProvider(connection), SQLDialect.POSTGRES),
                NAME.format(current)));
  }

  private int createInTurn(DSLContext session, String firstWithout) {
    if (!Boolean.TRUE.equals(session.fetchValue(TAKE_TURN))) {
      return 0;
    }
    try {
      return createBefore(session, firstWithout);
    } finally {
      session.fetch(END_TURN);
    }
  }

  private int createBefore(DSLContext session, String firstWithout) {
    int created = 0;
    for (var month :
        session.fetch(WITHOUT, DSL.inline(firstWithout), DSL.inline(worthwhileBytes))) {
      String partition = month.get(0, String.class);
      Name index = DSL.name("journal", partition + "_by_number");
      if (month.get(1) != null) {
        session.execute("drop index concurrently if exists {0}", index);
      }
      session.execute(
          "create index concurrently {0} on {1} using gin"
              + " (journal.number_keys(caller, receiver, audio_path, fields))",
          DSL.name(partition + "_by_number"), DSL.name("journal", partition));
      session.execute(
          "comment on index {0} is 'Serves the search for a customer to be exported or erased.'",
          index);
      LOG.info("The month {} of the journal has an index by number", partition);
      created++;
    }
    return created;
  }
}
