package calltally.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.notification.Notification;
import calltally.ingest.notification.NotificationReader;
import calltally.ingest.notification.RawRequest;
import calltally.ingest.notification.Reading;
import calltally.ingest.notification.Rejection;
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
  void every_request_becomes_a_row_whatever_it_is() {
    long notifications =
        IntStream.range(0, INPUTS)
            .parallel()
            .filter(number -> Row.of(entry(SEED + number)).kind() == Row.Kind.DELIVERY)
            .count();

    assertThat(notifications).isBetween(INPUTS / 10L, INPUTS * 9L / 10);
  }

  @Test
  void postgresql_takes_every_row_and_knows_it_again_out_of_the_spool() {
    List<Entry> entries =
        IntStream.range(0, 4000).mapToObj(number -> entry(SEED + number)).toList();
    Duration limit = Duration.ofMinutes(1);
    try (IngestDatabase database = new IngestDatabase();
        Journal journal = Journal.open(database.ingest())) {
      Batch live = new Batch(entries.stream().map(Written::of).toList(), null);
      assertThat(journal.append(live, limit)).hasSize(entries.size());

      List<Row> spooled = entries.stream().map(Row::of).toList();
      assertThat(journal.append(spooled, limit))
          .hasSize(entries.size())
          .doesNotContain(Outcome.STORED);
    }
  }

  private static Entry entry(long seed) {
    RawRequest request = new Mutations(seed).next();
    Reading reading = READER.read(request, NOW);
    return reading instanceof Notification notification
        ? new Delivery("main", NOW, request.method(), notification)
        : new Refusal("main", NOW, (Rejection) reading, request, request.body().size());
  }
}
