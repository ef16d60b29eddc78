package calltally.app.conformance;

import calltally.ingest.journal.JournalExport;
import calltally.ingest.journal.importing.JournalImport;
import calltally.reporting.call.Refresh;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Exports what was received and imports it into other sources: the same calls must come of it. */
record ImportCopies(DataSource owner, DataSource ingest) {

  /** Later than all requests: nothing may have the time of the import. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z"));

  private static final String COPY = "-imported";

  /** The source of a variant's copy. */
  static String copy(Variant variant) {
    return variant.source() + COPY;
  }

  /** The variants of which a copy is made. */
  static List<Variant> copied(List<Variant> variants) {
    return variants.stream().filter(Variant::isAsGiven).toList();
  }

  void run(List<Variant> variants, List<String> differences) {
    copied(variants).forEach(this::importCopy);
    new Refresh(owner).run();
    ComparedRows figures = new ComparedRows(new DerivedRows(owner));
    for (Variant variant : copied(variants)) {
      List<String> received = figures.of(variant.source());
      List<String> imported = figures.of(copy(variant));
      if (!received.equals(imported)) {
        differences.add(
            "%s: an export and its import must give the same calls (was %s, is %s)"
                .formatted(variant.source(), received, imported));
      }
    }
  }

  private void importCopy(Variant variant) {
    ByteArrayOutputStream exported = new ByteArrayOutputStream();
    long unused = new JournalExport(owner).run(variant.source(), exported);
    new JournalImport(ingest, CLOCK)
        .run(copy(variant), new ByteArrayInputStream(exported.toByteArray()), totals -> {});
  }
}
