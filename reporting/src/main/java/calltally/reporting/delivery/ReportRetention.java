package calltally.reporting.delivery;

import calltally.sql.retention.ExpiredRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Removes the reports that have outlived the limit of their source or of the configuration. */
public final class ReportRetention {

  private final DSLContext sql;
  private final Archive archive;
  private final Period defaultPeriod;

  /**
   * @param ledger connections of a role that may report
   * @param defaultPeriod how long reports are kept when their source sets no limit of its own
   */
  public ReportRetention(DataSource ledger, Archive archive, Period defaultPeriod) {
    this.sql = DSL.using(ledger, SQLDialect.POSTGRES);
    this.archive = archive;
    this.defaultPeriod = defaultPeriod;
  }

  /** What would be removed: a row for each source that limits its reports, or has expired ones. */
  public List<ExpiredRows> preview(LocalDate today) {
    Map<RetentionRule, List<ArchivedReport>> expired = expired(today);
    return new SelectRetentionRules()
        .run(sql).stream()
            .filter(kept -> kept.limit() != null || expired.containsKey(kept))
            .map(kept -> row(kept, today, expired.getOrDefault(kept, List.of()).size()))
            .toList();
  }

  /**
   * Removes the reports whose limit has passed on that date.
   *
   * @return how many
   */
  public int remove(LocalDate today) {
    List<ArchivedReport> expired = expired(today).values().stream().flatMap(List::stream).toList();
    try {
      for (ArchivedReport archived : expired) {
        archive.remove(archived);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot remove reports: archive must be writable (was %s)".formatted(e.getMessage()), e);
    }
    return expired.size();
  }

  private ExpiredRows row(RetentionRule kept, LocalDate today, long amount) {
    return new ExpiredRows(
        kept.source(),
        "reports removed",
        kept.from(today, defaultPeriod).atStartOfDay(ZoneOffset.UTC).toInstant(),
        amount);
  }

  private Map<RetentionRule, List<ArchivedReport>> expired(LocalDate today) {
    List<ArchivedReport> reports = reports();
    Map<ArchivedReport, Integer> sources = new SelectSourcesOfArchivedReports(reports).run(sql);
    Map<Integer, RetentionRule> kept =
        new SelectRetentionRules()
            .run(sql).stream()
                .collect(Collectors.toMap(RetentionRule::sourceId, Function.identity()));
    Function<ArchivedReport, RetentionRule> rule =
        archived -> kept.getOrDefault(sources.getOrDefault(archived, 0), RetentionRule.OF_NOBODY);
    return reports.stream()
        .filter(
            archived -> archived.date().isBefore(rule.apply(archived).from(today, defaultPeriod)))
        .collect(Collectors.groupingBy(rule));
  }

  private List<ArchivedReport> reports() {
    try {
      return archive.reports();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot list reports: archive must be readable (was %s)".formatted(e.getMessage()), e);
    }
  }
}
