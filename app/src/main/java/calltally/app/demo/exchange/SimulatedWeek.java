package calltally.app.demo.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Seven days of a company, Monday to Sunday: what its exchange sends, and what really happened.
 *
 * <p>The same company, Monday and seed give the same week.
 *
 * @param deliveries in the order of sending; has every notification at least once
 */
public record SimulatedWeek(
    SimulatedCompany company,
    LocalDate monday,
    List<WebhookDelivery> deliveries,
    GroundTruth truth) {

  /** Nothing begins in these last hours, so that everything ends within the week. */
  private static final Duration QUIET_END = Duration.ofHours(2);

  public SimulatedWeek {
    deliveries = List.copyOf(deliveries);
  }

  /** Simulates the week that begins on the given Monday. */
  public static SimulatedWeek of(SimulatedCompany company, LocalDate monday, long seed) {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "cannot simulate the week: must begin on a Monday (was " + monday + ")");
    }
    SimulationState state = state(company, monday, seed);
    new WeekSimulation(state, monday).play();
    WebhookDeliveries dispatch = new WebhookDeliveries(random(monday, seed, "dispatch"));
    List<ExchangeNotification> notifications =
        state.feed().notifications().stream()
            .sorted(Comparator.comparing(ExchangeNotification::occurredAt))
            .toList();
    notifications.forEach(dispatch::send);
    GroundTruth truth =
        new CountGroundTruth(company, monday, state.calls())
            .truth(notifications, dispatch.repeated());
    return new SimulatedWeek(company, monday, dispatch.deliveries(), truth);
  }

  /** Consecutive weeks, each simulated when the stream reaches it. */
  public static Stream<SimulatedWeek> consecutive(
      SimulatedCompany company, LocalDate firstMonday, int weeks, long seed) {
    return IntStream.range(0, weeks)
        .mapToObj(week -> of(company, firstMonday.plusWeeks(week), seed));
  }

  /** Writes the deliveries, repeated ones included, as one JSON object a line. */
  public void writeJsonLines(OutputStream out) throws IOException {
    WebhookJson.writeLines(deliveries, out);
  }

  /** Writes the deliveries into a file, replacing it. */
  public void writeJsonLines(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writeJsonLines(out);
    }
  }

  private static SimulationState state(SimulatedCompany company, LocalDate monday, long seed) {
    Instant end = monday.plusWeeks(1).atStartOfDay(company.zone()).toInstant().minus(QUIET_END);
    FieldSpelling spelling = new FieldSpelling(random(monday, seed, "dialect"));
    NotificationFeed feed = new NotificationFeed(spelling, monday.toEpochDay() * 100_000);
    return new SimulationState(
        company, new EventQueue(end), random(monday, seed, "calls"), spelling, feed);
  }

  private static RandomSource random(LocalDate monday, long seed, String purpose) {
    return RandomSource.of(seed, monday.toEpochDay(), purpose);
  }
}
