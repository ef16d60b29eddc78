package calltally.reporting.call.fold;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the notifications of a test from a table: {@code event | time | caller | receiver | status
 * | duration}.
 *
 * <p>Events may be shortened: {@code start, member start, member end, answer, end} mean incoming
 * ones, {@code out start, out answer, out end} outgoing ones. A time without a date lies on
 * 2026-11-20, UTC.
 */
public final class NotificationTable {

  private NotificationTable() {}

  public static List<CallNotification> table(String table) {
    return table.lines().filter(line -> !line.isBlank()).map(NotificationTable::row).toList();
  }

  private static CallNotification row(String line) {
    List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new CallNotification(
        event(cells.get(0)),
        time(cells.get(1)),
        cell(cells, 2),
        cell(cells, 3),
        cell(cells, 4),
        cell(cells, 5) == null ? null : new BigDecimal(cells.get(5)),
        cell(cells, 6),
        cell(cells, 7) == null ? null : tags(List.of(cells.get(7).split(" "))),
        line);
  }

  public static TagList tags(List<String> tags) {
    return new TagList(
        tags.stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(", ", "[", "]")),
        tags);
  }

  public static Instant time(String text) {
    return Instant.parse((text.contains("T") ? text : "2026-11-20T" + text) + "Z");
  }

  private static Event event(String text) {
    String name =
        switch (text) {
          case "start" -> "incoming_call_start";
          case "member start" -> "incoming_call_start_chain_member_call";
          case "member end" -> "incoming_call_end_chain_member_call";
          case "answer" -> "incoming_call_answer";
          case "end" -> "incoming_call_end";
          case "out start" -> "outgoing_call_start";
          case "out answer" -> "outgoing_call_answer";
          case "out end" -> "outgoing_call_end";
          default -> text;
        };
    return Event.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static @Nullable String cell(List<String> cells, int index) {
    return index >= cells.size() || cells.get(index).isEmpty() ? null : cells.get(index);
  }
}
