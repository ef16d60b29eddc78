package calltally.app.conformance;

import calltally.exchange.field.Fields;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Posts the scenarios of a folder to a receiver of its own, each in many orders. */
public final class ConformanceRun {

  private static final long SPOOL_BYTES = 16L << 20;
  private static final int REQUESTS_PER_SECOND = 1_000_000;
  private static final int OK = 200;

  private final DataSource owner;
  private final DataSource ingest;
  private final Path spool;
  private final List<String> differences = new ArrayList<>();

  /** What an order of arrival was found to break; the other orders break the same. */
  private final Set<String> reported = new HashSet<>();

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
    variants.forEach(variant -> compare(variant, incremental));
    new ImportCopies(owner, ingest).run(variants, differences);
    new EraseCustomers(owner, folder).run(variants, differences);
    return new ConformanceResult(
        folder.scenarios().size(), variants.size(), requests, List.copyOf(differences));
  }

  private static SourceSettings source(ConformanceFolder folder, String name) {
    return new SourceSettings(
        name,
        folder.zone(),
        folder.region(),
        new AccessSettings(
            folder.exchange().name(),
            Set.of(TokenDigest.of(name)),
            Set.of(),
            folder.secrets(),
            List.of()),
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Set.of(),
        Retention.FOREVER,
        null);
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
          compare(variant, index, reply);
        }
      }
    }
  }

  private void compare(Variant variant, int index, HttpResponse<String> reply) {
    List<Fields> replies = variant.scenario().replies();
    Fields wanted = replies.isEmpty() ? Fields.NONE : replies.get(index);
    String status = wanted.text("status").orElse(String.valueOf(OK));
    String text = wanted.text("text").orElse(reply.body());
    if (!status.equals(String.valueOf(reply.statusCode())) || !text.equals(reply.body())) {
      add(
          variant,
          "%s: the reply must be %s %s (was %d %s)"
              .formatted(place(variant, index), status, text, reply.statusCode(), reply.body()));
    }
  }

  private void compare(Variant variant, DerivedRows rows) {
    List<Fields> calls = rows.calls(variant.source());
    List<Fields> attempts = rows.attempts(variant.source());
    List<String> found = new ArrayList<>();
    Scenario scenario = variant.scenario();
    if (variant.isWhole()) {
      scenario
          .journal()
          .ifPresent(
              wanted ->
                  found.addAll(
                      RowComparison.differences(
                          "notification", wanted, rows.journal(variant.source()))));
      found.addAll(RowComparison.differences("call", scenario.calls(), calls));
      found.addAll(RowComparison.differences("attempt", scenario.attempts(), attempts));
    } else {
      String lost = place(variant, variant.lost()) + ": without this request: ";
      LostMessage.differences(scenario, calls, attempts).forEach(text -> found.add(lost + text));
    }
    rows.failures(variant.source()).forEach(text -> found.add(scenario.http() + ":1: " + text));
    found.forEach(difference -> add(variant, difference));
  }

  private void add(Variant variant, String difference) {
    if (reported.add(difference)) {
      differences.add(difference + " in " + variant.source());
    }
  }

  private static String place(Variant variant, int request) {
    return "%s:%d"
        .formatted(
            variant.scenario().http(), variant.scenario().requests().get(request).line());
  }
}
