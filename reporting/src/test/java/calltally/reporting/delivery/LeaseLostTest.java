package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.report.query.History;
import calltally.reporting.report.query.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that take longer than their lease, or whose archive cannot be written. */
final class LeaseLostTest {

  private static final Subscription BOSS = daily("daily 08:00", "boss@example.com");
  private static final Duration LEASE = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private DispatchFixture fixture;

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-20T12:00");
    fixture.history().missed("2026-11-20T11:00", "+375291110002", History.SALES, History.ANNA);
    fixture.history().refreshed();
    fixture.at("2026-11-20T12:00", BOSS);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void a_report_that_takes_11_minutes_is_mailed_once_by_who_took_it_over() throws IOException {
    DSLContext sql = DSL.using(fixture.history().pool(), SQLDialect.POSTGRES);
    fixture.setClock("2026-11-21T08:00");
    fixture.dispatcher().open(List.of(BOSS));
    ClaimedMailing slow =
        new ClaimMailing(
                new SelectWaitingMailings(fixture.clock().instant()).run(sql).get(0),
                fixture.clock().instant(),
                LEASE)
            .run(sql)
            .orElseThrow();
    fixture.at("2026-11-21T08:09:59", BOSS);
    assertThat(fixture.said()).endsWith("null rendering");

    fixture.at("2026-11-21T08:11", BOSS);
    List<String> archived = archived();

    assertThatThrownBy(() -> finish(slow, sql)).isInstanceOf(LeaseLostException.class);
    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com sent");
    assertThat(fixture.server().messages()).hasSize(1);
    assertThat(archived()).isEqualTo(archived).isNotEmpty();
  }

  @Test
  void a_report_waits_until_the_archive_can_be_written_and_is_then_mailed() throws IOException {
    Path archive = Files.createFile(folder.resolve("archive"));

    fixture.at("2026-11-21T08:00", BOSS);
    assertThat(fixture.said()).endsWith("null due");
    assertThat(fixture.server().messages()).isEmpty();
    Files.delete(archive);
    fixture.at("2026-11-21T09:00", BOSS);

    assertThat(fixture.said()).isEqualTo("2026-11-20..2026-11-20 r0 boss@example.com sent");
  }

  private void finish(ClaimedMailing slow, DSLContext sql) {
    new RenderMailing(
            slow,
            BOSS,
            new DispatchSettings(
                "Romashka", null, true, fixture.archive(), null, URI.create("https://example.com")),
            new Reports(fixture.history().pool()),
            fixture.clock().instant())
        .run(sql);
  }

  private List<String> archived() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file -> {
                try {
                  return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .sorted()
          .toList();
    }
  }
}
