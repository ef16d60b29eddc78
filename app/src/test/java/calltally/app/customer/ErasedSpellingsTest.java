package calltally.app.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.configuration.ConfigurationFile;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.ReceiverService;
import calltally.app.testing.TestConsole;
import calltally.exchange.text.PhoneNumber;
import calltally.ingest.metrics.Counters;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erased customer is gone under every spelling of the number; nobody else is. */
final class ErasedSpellingsTest {

  private static final String TOKEN = "a-token-of-twenty-two";
  private static final String OTHER = "other-";
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final Set<String> sent = new TreeSet<>();
  private final TestConsole console;
  private final Path folder;

  ErasedSpellingsTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        http: {port: 0}
        sources: [{name: main, zone: Europe/Minsk, region: BY, tokens: [%s]}]
        directory: {lines: [{number: +375170000001, name: Sales}]}
        """
            .formatted(TOKEN));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void every_spelling_that_was_received_is_exported_and_erased() throws Exception {
    long seed = System.nanoTime();
    Spellings spellings = Spellings.random(seed);
    assertThat(spellings.all())
        .hasSizeGreaterThan(80)
        .allSatisfy(
            written -> assertThat(PhoneNumber.normalise(written, "BY")).contains(spellings.e164()));
    receive(spellings);
    assertThat(console.run("refresh")).as(console.err()).isEqualTo(OK);
    List<String> ofOthers = rows(true);
    assertThat(rows(false)).anyMatch(row -> holds(row, spellings));
    // As a past month has it; the other test reads the journal whole.
    sql.execute(
        "create index on journal.notification using gin (journal.number_keys(caller, receiver,"
            + " audio_path, fields))");

    assertThat(console.run("customer", "export", spellings.e164())).isEqualTo(OK);
    String exported = console.out();
    assertThat(sent)
        .as("seed %d", seed)
        .allMatch(each -> each.startsWith(OTHER) || exported.contains('"' + each + '"'));
    assertThat(exported).doesNotContain(OTHER);

    assertThat(console.run("customer", "erase", spellings.all().get(7), "--yes"))
        .as(console.err())
        .isEqualTo(OK);

    assertThat(rows(false)).as("seed %d", seed).noneMatch(row -> holds(row, spellings));
    assertThat(rows(true)).as("seed %d", seed).isEqualTo(ofOthers);
    assertThat(console.run("customer", "export", spellings.e164())).isEqualTo(OK);
    assertThat(console.out()).doesNotContain("\"notifications\"", "\"calls\"", "rejected");
  }

  @Test
  void a_spelling_that_an_earlier_version_stored_unread_is_erased_and_no_figure_changes() {
    Spellings spellings = Spellings.random(1);
    applySettings();
    List<String> stored = spellings.all();
    for (int i = 0; i < stored.size(); i++) {
      storeMissedCall("stored-" + i, unread(stored.get(i)), stored.get(i));
    }
    storeMissedCall(
        OTHER + 1, "+37529" + spellings.local() + "0", "+37529" + spellings.local() + "0");
    assertThat(console.run("refresh")).as(console.err()).isEqualTo(OK);
    List<String> figures = figures();
    List<String> ofOthers = rows(true);

    assertThat(console.run("customer", "export", spellings.e164())).isEqualTo(OK);
    String exported = console.out();
    for (int i = 0; i < stored.size(); i++) {
      assertThat(exported).as(stored.get(i)).contains("\"stored-" + i + '"');
    }
    assertThat(console.run("customer", "erase", spellings.e164(), "--yes")).isEqualTo(OK);

    assertThat(rows(false)).noneMatch(row -> holds(row, spellings));
    assertThat(rows(true)).isEqualTo(ofOthers);
    assertThat(figures()).isEqualTo(figures);
    assertThat(console.run("refresh", "--rebuild")).as(console.err()).isEqualTo(OK);
    assertThat(figures()).isEqualTo(figures);
  }

  private void applySettings() {
    assertThat(console.typing("").run("import", "-")).isEqualTo(SOFTWARE);
    assertThat(console.err()).endsWith("the file is empty, or has nothing but blank lines\n");
  }

  private void receive(Spellings spellings) throws Exception {
    ResolvedSettings settings =
        ResolvedSettings.of(
            new ConfigurationFile(Map.of(), ZoneId.of("Europe/Minsk"))
                .read(folder.resolve("calltally.yaml")),
            true,
            database.address().url(),
            Map.of("CALLTALLY_DATABASE_USER", database.address().user()));
    try (CallDatabase opened = CallDatabase.open(settings)) {
      opened.prepareToWrite(settings);
      try (ReceiverService receiver =
          ReceiverService.start(settings, opened, () -> TestConsole.NOW, new Counters())) {
        NumberSender sender = new NumberSender(receiver.address(TOKEN), sent);
        for (String written : spellings.all()) {
          sender.sendEverywhere(written, "call-");
        }
        for (String written : spellings.ofOthers()) {
          sender.sendEverywhere(written, OTHER);
        }
      }
    }
  }

  /** What the first version made of a number that it could not read. */
  private static String unread(String written) {
    return written.replaceAll("[\\s\\p{Z}().-]+", "");
  }

  private void storeMissedCall(String pbxId, String caller, String written) {
    for (String event : List.of("incoming_call_start", "incoming_call_end")) {
      sql.execute(
          """
          insert into journal.notification (source_id, received_at, occurred_at, digest, event,
              pbx_id, caller, receiver, status, fields, method, channel, parser_version)
          values (1, now(), '2026-11-20T06:00:00Z', sha256(convert_to(? || ?, 'UTF8')), ?, ?, ?,
              '+375170000001', case when ? = 'incoming_call_end' then 'noanswer' end,
              jsonb_build_object('event', ?, 'caller', ?, 'pbx_id', ?), 'GET', 'http', 2)
          """,
          pbxId,
          event,
          event,
          pbxId,
          caller,
          event,
          event,
          written,
          pbxId);
    }
  }

  private List<String> figures() {
    return texts(
        """
        select row(count(*), count(distinct customer_key), count(*) filter (where outcome = 'missed'))::text
        from calls.call
        where pbx_id like 'stored-%'
        union all
        select row(count(distinct customer_key), count(*))::text
        from calls.missed_call
        where pbx_id like 'stored-%'
        """);
  }

  /** All rows of others, or all except theirs. */
  private List<String> rows(boolean ofOthers) {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of(
            "journal.notification",
            "journal.rejected",
            "journal.deletion_log",
            "calls.call",
            "calls.attempt",
            "calls.missed_call",
            "stats.hourly_line",
            "ledger.report_run",
            "ledger.printed_figure")) {
      String body = table.equals("journal.rejected") ? " || convert_from(t.body, 'UTF8')" : "";
      rows.addAll(
          texts(
              "select (to_jsonb(t) - '{digest,body,line_key,customer_key,ingest_xid,id}'::text[])::text%s from %s as t"
                  .formatted(body, table)));
    }
    return rows.stream().filter(row -> row.contains(OTHER) == ofOthers).sorted().toList();
  }

  private static boolean holds(String row, Spellings spellings) {
    return NO_DIGIT.matcher(row).replaceAll("").contains(spellings.local());
  }

  private List<String> texts(String query) {
    return sql.fetch(query).getValues(0, String.class);
  }
}
