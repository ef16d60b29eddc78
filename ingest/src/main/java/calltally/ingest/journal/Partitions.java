package calltally.ingest.journal;

import static java.time.ZoneOffset.UTC;

import calltally.sql.jooq.journal.Routines;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Creates the journal's partitions for months in the past. */
public final class Partitions {

  /** Earlier times come from clocks that were never set, and deserve no partition. */
  private static final YearMonth FIRST = YearMonth.of(1990, 1);

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final DSLContext sql;
  private final YearMonth last;
  private final Set<YearMonth> known = new HashSet<>();

  public Partitions(DSLContext sql, Instant now) {
    this.sql = sql;
    this.last = YearMonth.from(now.atOffset(UTC)).plusMonths(3);
  }

  /** The months of these times that may have no partition yet. */
  public List<YearMonth> unknown(Stream<Instant> occurrences) {
    return occurrences
        .map(occurredAt -> YearMonth.from(occurredAt.atOffset(UTC)))
        .filter(month -> !month.isBefore(FIRST) && !month.isAfter(last))
        .filter(month -> !known.contains(month))
        .distinct()
        .toList();
  }

  /**
   * Creates the month's partition unless it exists; waits as long as others use the journal.
   *
   * @param waiting takes the reason each time that the journal was in use for some seconds
   */
  public void create(YearMonth month, Consumer<String> waiting) {
    for (Optional<String> inUse = attempt(month); inUse.isPresent(); inUse = attempt(month)) {
      waiting.accept(inUse.get());
    }
    known.add(month);
  }

  /** Creates the missing months of these times; fails where others use the journal. */
  public void createAtOnce(Stream<Instant> occurrences) {
    for (YearMonth month : unknown(occurrences)) {
      Routines.createPartition(sql.configuration(), month.atDay(1));
      known.add(month);
    }
  }

  /** Who uses the journal, if somebody does. */
  private Optional<String> attempt(YearMonth month) {
    try {
      Routines.createPartition(sql.configuration(), month.atDay(1));
      return Optional.empty();
    } catch (DataAccessException e) {
      if (!LOCK_NOT_AVAILABLE.equals(e.sqlState())) {
        throw e;
      }
      return Optional.of(reason(e));
    }
  }

  private static String reason(DataAccessException inUse) {
    ServerErrorMessage message =
        inUse.getCause() instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
    String reason = message == null ? null : message.getMessage();
    return reason == null ? String.valueOf(inUse.getMessage()) : reason;
  }
}
