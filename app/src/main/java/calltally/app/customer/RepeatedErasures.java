package calltally.app.customer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import calltally.sql.retention.ErasureEntry;
import calltally.sql.retention.RestoredCustomers;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Erasures of a list, repeated in a database that has their customers again. They get the mark that
 * they had, so that everything is as it was before.
 *
 * @param clock the ledger's clock
 */
record RepeatedErasures(PersonalDataSearch search, InstantSource clock) {

  /** How many erasures found anything; those of unknown sources find nothing. */
  int run(List<ErasureEntry> list) throws IOException {
    List<SourceRow> sources = new Sources(search.database().owner()).list();
    int repeated = 0;
    for (List<ErasureEntry> entries : erasures(list)) {
      String source = entries.get(0).source();
      Optional<SourceRow> row =
          sources.stream().filter(known -> known.name().equals(source)).findAny();
      if (row.isPresent() && hasErased(row.get(), entries)) {
        repeated++;
      }
    }
    return repeated;
  }

  private static Collection<List<ErasureEntry>> erasures(List<ErasureEntry> list) {
    return list.stream()
        .collect(
            groupingBy(
                entry -> List.of(entry.source(), entry.mark()), LinkedHashMap::new, toList()))
        .values();
  }

  private boolean hasErased(SourceRow source, List<ErasureEntry> entries) throws IOException {
    RestoredCustomers restored =
        new RestoredCustomers(search.database().owner(), source.sourceId(), entries);
    Map<String, PersonalData> customers = new LinkedHashMap<>();
    for (String number : restored.numbers()) {
      search
          .reading(number, source)
          .filter(data -> !data.customer().isOurs())
          .ifPresent(data -> customers.putIfAbsent(data.customer().number(), data));
    }
    for (PersonalData customer : customers.values()) {
      var unused = customer.erase(entries.get(0).mark(), clock, places -> {});
    }
    return restored.eraseTheRest() > 0 || !customers.isEmpty();
  }
}
