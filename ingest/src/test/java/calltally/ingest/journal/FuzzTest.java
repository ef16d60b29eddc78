package calltally.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.exchange.request.NotifyRequest;
import calltally.ingest.testing.IngestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The profile {@code bench} runs ten million of them: {@code -Dfuzz.inputs}. */
final class FuzzTest {

  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");

  @Test
  void every_request_becomes_a_row() {
    long notifications =
        IntStream.range(0, INPUTS)
            .parallel()
            .filter(number -> row(SEED + number) instanceof NotificationRow)
            .count();

    assertThat(notifications).isBetween(INPUTS / 10L, INPUTS * 9L / 10);
  }

  @Test
  void postgresql_stores_every_row_and_recognises_it_from_the_spool() {
    List<JournalRow> rows =
        IntStream.range(0, 4000).mapToObj(number -> row(SEED + number)).toList();
    Duration limit = Duration.ofMinutes(1);
    try (IngestDatabase database = new IngestDatabase();
        Journal journal = Journal.open(database.ingest())) {
      assertThat(journal.append(Batch.of(rows), limit)).hasSize(rows.size());

      List<JournalRow> spooled = rows.stream().map(FuzzTest::outOfTheSpool).toList();
      assertThat(spooled).isEqualTo(rows);
      assertThat(journal.append(Batch.of(spooled), limit))
          .hasSize(rows.size())
          .doesNotContain(StorageResult.STORED);
    }
  }

  private static JournalRow outOfTheSpool(JournalRow row) {
    return row instanceof NotificationRow
        ? NotificationRow.parse(row.json()).orElseThrow()
        : RejectedRow.parse(row.json());
  }

  private static JournalRow row(long seed) {
    NotifyRequest request = new Mutations(seed).next();
    ParseResult result = READER.read(request, NOW);
    return result instanceof Notification notification
        ? NotificationRow.of("main", NOW, request.method(), notification)
        : RejectedRow.of("main", NOW, (Rejection) result, request, request.body().content().size());
  }
}
