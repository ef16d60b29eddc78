package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jooq.DSLContext;

/** Of which source the report on a shelf is; nothing of one that is in no ledger. */
record SelectSourcesOfShelves(List<Shelf> shelves) {

  Map<Shelf, Integer> run(DSLContext sql) {
    Map<Long, Integer> byMailing =
        sql.select(MAILING.MAILING_ID, MAILING.SOURCE_ID)
            .from(MAILING)
            .where(MAILING.MAILING_ID.in(mailings()))
            .fetchMap(MAILING.MAILING_ID, MAILING.SOURCE_ID);
    Map<Shelf, Integer> sources = new HashMap<>();
    for (Shelf shelf : shelves) {
      Integer source = byMailing.get(shelf.mailing().orElse(0));
      if (source != null) {
        sources.put(shelf, source);
      }
    }
    return sources;
  }

  private List<Long> mailings() {
    return shelves.stream()
        .map(Shelf::mailing)
        .flatMapToLong(OptionalLong::stream)
        .boxed()
        .distinct()
        .toList();
  }
}
