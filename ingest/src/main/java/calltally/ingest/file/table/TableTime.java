package calltally.ingest.file.table;

import calltally.exchange.text.OccurrenceTime;
import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.line.FileNotice;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times of a file's rows, in any notation that leaves no doubt about the moment. */
public final class TableTime {

  private static final Pattern SECONDS = Pattern.compile("(\\d{9,11})(?:\\.(\\d{1,9}))?");
  private static final Pattern MILLIS = Pattern.compile("(\\d{13})(?:\\.0+)?");
  private static final Pattern MICROS = Pattern.compile("(\\d{16})(?:\\.0+)?");
  private static final Pattern OFFSET = Pattern.compile(".*(?:[Zz]|[+-]\\d\\d(?::?\\d\\d)?)");

  private final ZoneId zone;
  private final RepeatedHours repeated;
  private long secondPasses;

  public TableTime(ZoneId zone) {
    this.zone = zone;
    this.repeated = new RepeatedHours(zone);
  }

  /**
   * The time in ISO 8601, for a reader of notifications to judge.
   *
   * @throws DamagedLine when the text is a time in doubt
   */
  public String iso(String cell) {
    Optional<Instant> epoch = epoch(cell);
    if (epoch.isPresent()) {
      return epoch.get().toString();
    }
    String text = WrittenTime.iso(cell);
    return OFFSET.matcher(text).matches() ? text : text + offset(text);
  }

  /**
   * The moment.
   *
   * @throws DamagedLine when the text is no time, or one in doubt
   */
  public Instant instant(String cell) {
    return OccurrenceTime.parse(iso(cell), zone)
        .map(OccurrenceTime::instant)
        .orElseThrow(
            () ->
                new DamagedLine(
                    "time",
                    "the time must be a date and time, such as 2026-11-19 09:00:00 or"
                        + " 2026-11-19 09:00:00+03, or seconds since 1970",
                    cell));
  }

  /** The moment at or after another one, where clocks leave a choice. */
  public Instant instantAfter(Instant earliest, String cell) {
    String text = WrittenTime.iso(cell);
    Optional<LocalDateTime> local = local(text);
    if (local.isEmpty() || epoch(cell).isPresent()) {
      return instant(cell);
    }
    return zone.getRules().getValidOffsets(local.get()).stream()
        .map(offset -> local.get().toInstant(offset))
        .filter(moment -> !moment.isBefore(earliest))
        .findFirst()
        .orElseGet(() -> local.get().atZone(zone).toInstant());
  }

  private String offset(String text) {
    Optional<ZoneOffset> second = local(text).flatMap(repeated::secondPass);
    secondPasses += second.isPresent() ? 1 : 0;
    return second.map(Object::toString).orElse("");
  }

  /** What to know about the times read so far. */
  public List<FileNotice> notices() {
    return secondPasses == 0
        ? List.of()
        : List.of(FileNotice.information("repeated_hour", secondPasses));
  }

  private static Optional<LocalDateTime> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.replace(',', '.')));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> epoch(String cell) {
    Matcher seconds = SECONDS.matcher(cell);
    if (seconds.matches()) {
      String fraction = (seconds.group(2) == null ? "" : seconds.group(2)) + "000000000";
      return Optional.of(
          Instant.ofEpochSecond(
                  Long.parseLong(seconds.group(1)), Long.parseLong(fraction.substring(0, 9)))
              .truncatedTo(ChronoUnit.MICROS));
    }
    return since1970(MILLIS, cell, ChronoUnit.MILLIS)
        .or(() -> since1970(MICROS, cell, ChronoUnit.MICROS));
  }

  private static Optional<Instant> since1970(Pattern pattern, String cell, ChronoUnit unit) {
    Matcher matcher = pattern.matcher(cell);
    return matcher.matches()
        ? Optional.of(Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), unit))
        : Optional.empty();
  }
}
