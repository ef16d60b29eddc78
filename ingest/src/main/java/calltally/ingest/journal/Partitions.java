package calltally.ingest.journal;

import static java.time.ZoneOffset.UTC;

import calltally.sql.jooq.journal.Routines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Creates the journal's partitions for months in the past. */
public final class Partitions {

  /** Earlier times come from clocks that were never set, and deserve no partition. */
  private static final YearMonth FIRST = YearMonth.of(1990, 1);

  private final DSLContext sql;
  private final YearMonth last;
  private final Set<YearMonth> known = new HashSet<>();

  public Partitions(DSLContext sql, Instant now) {
    this.sql = sql;
    this.last = YearMonth.from(now.atOffset(UTC)).plusMonths(3);
  }

  /** Creates the missing months of these times. */
  public void createFor(Stream<Instant> occurrences) {
    occurrences
        .map(occurredAt -> YearMonth.from(occurredAt.atOffset(UTC)))
        .filter(month -> !month.isBefore(FIRST) && !month.isAfter(last))
        .distinct()
        .filter(known::add)
        .forEach(this::create);
  }

  private void create(YearMonth month) {
    LocalDate firstDay = month.atDay(1);
    Routines.createPartition(sql.configuration(), firstDay);
  }
}
