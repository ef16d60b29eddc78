package calltally.app.conformance;

import calltally.ingest.receiver.Receiver;
import calltally.ingest.receiver.ReceiverSettings;
import calltally.ingest.spool.SpoolSettings;
import calltally.reporting.call.Refresh;
import calltally.sql.settings.AccessSettings;
import calltally.sql.settings.Retention;
import calltally.sql.settings.SourceSettings;
import calltally.sql.settings.Sources;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import calltally.sql.settings.TokenDigest;
import calltally.sql.settings.WorkingHours;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Posts the scenarios of a folder to a receiver of its own, each in many orders. */
public final class ConformanceRun {

  private static final long SPOOL_BYTES = 16L << 20;
  private static final int REQUESTS_PER_SECOND = 1_000_000;

  private final DataSource owner;
  private final DataSource ingest;
  private final Path spool;
  private final FoundDifferences found = new FoundDifferences();
  private int requests;

  /**
   * @param owner connections to a database with the schema and nothing in it
   * @param ingest connections that may append to its journal
   * @param spool an empty folder
   */
  public ConformanceRun(DataSource owner, DataSource ingest, Path spool) {
    this.owner = owner;
    this.ingest = ingest;
    this.spool = spool;
  }

  /** Runs all scenarios. */
  public ConformanceResult run(ConformanceFolder folder) throws IOException, InterruptedException {
    List<Variant> variants =
        folder.scenarios().stream().flatMap(scenario -> Variant.of(scenario).stream()).toList();
    new Sources(owner)
        .replace(
            Stream.concat(
                    variants.stream().map(Variant::source),
                    ImportCopies.copied(variants).stream().map(ImportCopies::copy))
                .map(name -> source(folder, name))
                .toList());
    post(variants);
    new Refresh(owner).run();
    DerivedRows incremental = new DerivedRows(owner);
    TranslationFault fault = new TranslationFault(folder.exchange());
    variants.forEach(variant -> found.compare(variant, incremental, fault));
    found.compareSecrets(folder.secrets(), incremental);
    new ImportCopies(owner, ingest).run(variants, found.all());
    new EraseCustomers(owner, folder).run(variants, found.all());
    return new ConformanceResult(
        folder.scenarios().size(), variants.size(), requests, List.copyOf(found.all()));
  }

  private static SourceSettings source(ConformanceFolder folder, String name) {
    return new SourceSettings(
        name,
        folder.zone(),
        folder.region(),
        access(folder, name),
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Set.of(),
        Retention.FOREVER,
        null);
  }

  private static AccessSettings access(ConformanceFolder folder, String token) {
    return new AccessSettings(
        folder.exchange().name(),
        Set.of(TokenDigest.of(token)),
        Set.of(),
        folder.secrets(),
        List.of());
  }

  private void post(List<Variant> variants) throws IOException, InterruptedException {
    ScriptClock clock = new ScriptClock();
    ReceiverSettings settings =
        new ReceiverSettings(
            "127.0.0.1",
            0,
            REQUESTS_PER_SECOND,
            List.of(),
            List.of(),
            new SpoolSettings(spool, SPOOL_BYTES),
            List.of());
    try (Receiver receiver = Receiver.start(settings, ingest, clock)) {
      PostRequests post = new PostRequests(receiver.port(), clock);
      for (Variant variant : variants) {
        for (int index : variant.order()) {
          HttpResponse<String> reply = post.send(variant, index);
          requests++;
          found.compare(variant, index, reply);
        }
      }
    }
  }
}
