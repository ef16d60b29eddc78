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
import java.util.ArrayList;
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
            .filter(number -> row(SEED + number).kind() == Row.Kind.DELIVERY)
            .count();

    assertThat(notifications).isBetween(INPUTS / 10L, INPUTS * 9L / 10);
  }

  @Test
  void postgresql_takes_every_row() {
    List<Row> rows = new ArrayList<>();
    for (int number = 0; number < 4000; number++) {
      rows.add(row(SEED + number));
    }
    try (IngestDatabase database = new IngestDatabase();
        Journal journal = Journal.open(database.ingest())) {
      assertThat(journal.append(rows, Duration.ofMinutes(1))).hasSize(rows.size());
    }
  }

  private static Row row(long seed) {
    RawRequest request = new Mutations(seed).next();
    Reading reading = READER.read(request, NOW);
    return Row.of(
        reading instanceof Notification notification
            ? new Delivery("main", NOW, request.method(), notification)
            : new Refusal("main", NOW, (Rejection) reading, request, request.body().size()));
  }
}
