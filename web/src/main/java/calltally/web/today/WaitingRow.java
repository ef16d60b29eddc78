package calltally.web.today;

import org.jspecify.annotations.Nullable;

/**
 * A customer who waits for a call back.
 *
 * @param part heading of those who called on other days; empty for the rest
 * @param customer the number itself, never shown
 * @param link to the customer's page; null when the reader sees none
 * @param tel the number dialled when it is tapped; null where it is hidden
 * @param waits since the last missed call
 * @param mark says that the deadline has passed, or that the time to call back ends soon; usually
 *     empty
 * @param tries calls placed to the customer since; empty when they are not counted
 * @param triedBy who placed the first of them
 */
public record WaitingRow(
    String part,
    String customer,
    String number,
    @Nullable String link,
    @Nullable String tel,
    String waits,
    String mark,
    String missedCalls,
    String lastAt,
    String line,
    String tries,
    String triedBy) {

  /** The same with a link to the customer's page. */
  WaitingRow linked(@Nullable String page) {
    return new WaitingRow(
        part, "", number, page, tel, waits, mark, missedCalls, lastAt, line, tries, triedBy);
  }
}
