package calltally.ingest.simulation;

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
 * @param deliveries in the order of sending; every notification is among them at least once
 */
public record SimulatedWeek(
    Company company, LocalDate monday, List<Delivery> deliveries, Truth truth) {

  /** Nothing begins so late in the week, so that everything ends within it. */
  private static final Duration QUIET_END = Duration.ofHours(2);

  public SimulatedWeek {
    deliveries = List.copyOf(deliveries);
  }

  /** Plays the week that begins on the given Monday. */
  public static SimulatedWeek of(Company company, LocalDate monday, long seed) {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "week could not be simulated: it has to begin on a Monday, was " + monday);
    }
    Scene scene = scene(company, monday, seed);
    new Week(scene, monday).play();
    Dispatch dispatch = new Dispatch(dice(monday, seed, "dispatch"));
    List<Notification> notifications =
        scene.wire().notifications().stream()
            .sorted(Comparator.comparing(Notification::occurredAt))
            .toList();
    notifications.forEach(dispatch::send);
    Truth truth =
        new Tally(company, monday, scene.calls()).truth(notifications, dispatch.repeated());
    return new SimulatedWeek(company, monday, dispatch.deliveries(), truth);
  }

  /** Weeks that follow each other, each played when the stream comes to it. */
  public static Stream<SimulatedWeek> consecutive(
      Company company, LocalDate firstMonday, int weeks, long seed) {
    return IntStream.range(0, weeks)
        .mapToObj(week -> of(company, firstMonday.plusWeeks(week), seed));
  }

  /** Writes the deliveries, repeated ones included, as one JSON object a line. */
  public void writeJsonLines(OutputStream out) throws IOException {
    JsonFields.writeLines(deliveries, out);
  }

  /** Writes the deliveries into a file, replacing it. */
  public void writeJsonLines(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      writeJsonLines(out);
    }
  }

  private static Scene scene(Company company, LocalDate monday, long seed) {
    Instant end = monday.plusWeeks(1).atStartOfDay(company.zone()).toInstant().minus(QUIET_END);
    Dialect dialect = new Dialect(dice(monday, seed, "dialect"));
    Wire wire = new Wire(dialect, monday.toEpochDay() * 100_000);
    return new Scene(company, new Agenda(end), dice(monday, seed, "calls"), dialect, wire);
  }

  private static Dice dice(LocalDate monday, long seed, String purpose) {
    return Dice.of(seed, monday.toEpochDay(), purpose);
  }
}
