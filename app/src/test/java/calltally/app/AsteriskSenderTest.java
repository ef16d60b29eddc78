package calltally.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.ingest.receiver.Receiver;
import calltally.ingest.receiver.ReceiverSettings;
import calltally.ingest.spool.SpoolSettings;
import calltally.sql.settings.AccessSettings;
import calltally.sql.settings.Retention;
import calltally.sql.settings.SourceSettings;
import calltally.sql.settings.Sources;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import calltally.sql.settings.TokenDigest;
import calltally.sql.settings.WorkingHours;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the recipe for Asterisk, with a running receiver. */
final class AsteriskSenderTest {

  private static final Path SCRIPT =
      Path.of("../exchanges/src/main/resources/calltally/exchange/asterisk/calltally-send");
  private static final String TOKEN = "token-of-asterisk";
  private static final String RING =
      "event=incoming_call_start_chain_member_call&time=2026-11-20T06:00:0%d.000Z"
          + "&pbx_id=1795154400.1&caller=%%2B79161234567&receiver=PJSIP%%2F101-0000002a\n";

  @TempDir private Path folder;
  private TestDatabase database;
  private DSLContext sql;
  private Path spool;
  private Path log;
  private int port;
  private Process sender;
  private @Nullable Receiver receiver;

  @BeforeEach
  void startSender() throws IOException {
    database = TestDatabase.create();
    sql = DSL.using(database.pool(), SQLDialect.POSTGRES);
    new Sources(database.pool()).replace(List.of(source()));
    spool = Files.createDirectory(folder.resolve("asterisk"));
    log = folder.resolve("log");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path address = folder.resolve("calltally.curl");
    Files.writeString(address, "url = \"http://127.0.0.1:%d/notify/%s\"\n".formatted(port, TOKEN));
    sender = started(address);
  }

  private Process started(Path address) throws IOException {
    ProcessBuilder process = new ProcessBuilder("sh", SCRIPT.toAbsolutePath().toString());
    process
        .environment()
        .putAll(
            Map.of(
                "CALLTALLY_SPOOL", spool.toString(),
                "CALLTALLY_CURL", address.toString(),
                "CALLTALLY_PAUSE", "1"));
    return process.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  @AfterEach
  void endSender() throws InterruptedException {
    sender.descendants().forEach(ProcessHandle::destroy);
    sender.destroy();
    assertThat(sender.waitFor(1, TimeUnit.MINUTES)).isTrue();
    Receiver running = receiver;
    if (running != null) {
      running.close();
    }
    database.close();
  }

  @Test
  void what_cannot_be_posted_is_posted_later() throws IOException {
    write(RING.formatted(1));
    await().untilAsserted(() -> assertThat(log).content().contains("not stored"));
    write(RING.formatted(2));

    startReceiver();

    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(stored()).isEqualTo(2));
    await().untilAsserted(() -> assertThat(spool).isEmptyDirectory());
    assertThat(log).content().doesNotContain(TOKEN, "79161234567");
  }

  @Test
  void a_line_that_is_no_notification_is_kept_as_rejected_and_delays_no_other() throws IOException {
    startReceiver();

    write("event=incoming_call_start&pbx_id=1795154400.1\n" + RING.formatted(1));

    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(stored()).isEqualTo(1));
    await().untilAsserted(() -> assertThat(rejected()).isEqualTo(1));
  }

  @Test
  void lines_that_were_being_posted_when_the_exchange_stopped_are_posted() throws IOException {
    Files.writeString(spool.resolve("posting"), RING.formatted(1) + RING.formatted(2));

    startReceiver();

    await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(stored()).isEqualTo(2));
  }

  private void write(String lines) throws IOException {
    Files.writeString(
        spool.resolve("new"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private int stored() {
    return sql.fetchCount(DSL.table("journal.notification"));
  }

  private int rejected() {
    return sql.fetchCount(DSL.table("journal.rejected"));
  }

  private void startReceiver() throws IOException {
    receiver =
        Receiver.start(
            new ReceiverSettings(
                "127.0.0.1",
                port,
                10_000,
                List.of(),
                List.of(),
                new SpoolSettings(folder.resolve("spool"), 16L << 20),
                List.of()),
            database.pool(),
            () -> Instant.parse("2026-11-20T12:00:00Z"));
  }

  private static SourceSettings source() {
    return new SourceSettings(
        "office",
        ZoneId.of("Europe/Moscow"),
        "RU",
        new AccessSettings(
            "asterisk", Set.of(TokenDigest.of(TOKEN)), Set.of(), Map.of(), List.of()),
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Set.of(),
        Retention.FOREVER,
        null);
  }
}
