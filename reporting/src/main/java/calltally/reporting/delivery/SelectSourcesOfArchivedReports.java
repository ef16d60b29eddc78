package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** The sources of archived reports, by report; those that are in no ledger are absent. */
record SelectSourcesOfArchivedReports(List<ArchivedReport> reports) {

  Map<ArchivedReport, Integer> run(DSLContext sql) {
    Map<Long, Integer> byMailing =
        sql.select(MAILING.MAILING_ID, MAILING.SOURCE_ID)
            .from(MAILING)
            .where(MAILING.MAILING_ID.in(mailings()))
            .fetchMap(MAILING.MAILING_ID, MAILING.SOURCE_ID);
    Map<ArchivedReport, Integer> sources = new HashMap<>();
    for (ArchivedReport archived : reports) {
      Integer source = byMailing.get(archived.mailing().orElse(0));
      if (source != null) {
        sources.put(archived, source);
      }
    }
    return sources;
  }

  private List<Long> mailings() {
    return reports.stream()
        .map(ArchivedReport::mailing)
        .flatMapToLong(OptionalLong::stream)
        .boxed()
        .distinct()
        .toList();
  }
}
