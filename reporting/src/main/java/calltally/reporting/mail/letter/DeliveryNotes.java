package calltally.reporting.mail.letter;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery says in addition to the report.
 *
 * @param corrects when the report that this one replaces was generated; null for a first report
 * @param leftOut files that are not attached
 * @param unsubscribe address that ends the subscription, {@code https:} or {@code mailto:}; null
 *     without one
 * @param page URL of the same figures in a browser, as of now; null without one
 * @param customers URLs of customers' pages by their numbers
 */
public record DeliveryNotes(
    @Nullable Instant corrects,
    List<OmittedFile> leftOut,
    @Nullable URI unsubscribe,
    @Nullable URI page,
    Map<String, URI> customers) {

  /** Nothing to add. */
  public static final DeliveryNotes NONE = new DeliveryNotes(null, List.of(), null, null, Map.of());

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  public DeliveryNotes {
    leftOut = List.copyOf(leftOut);
    customers = Map.copyOf(customers);
    if (unsubscribe != null && !SCHEMES.contains(String.valueOf(unsubscribe.getScheme()))) {
      throw new IllegalArgumentException(
          "cannot write the letter: the address to unsubscribe must start with http:, https: or"
              + " mailto: (was %s)".formatted(unsubscribe.getScheme()));
    }
  }

  /**
   * A file too large for the mail.
   *
   * @param file name of the file
   * @param place path or URL where it can be found
   */
  public record OmittedFile(String file, String place) {}

  /** The same notes for a report that replaces the one generated at {@code earlier}. */
  public DeliveryNotes correcting(Instant earlier) {
    return new DeliveryNotes(earlier, leftOut, unsubscribe, page, customers);
  }

  /** The same notes with one more file that is not attached. */
  public DeliveryNotes leavingOut(String file, String place) {
    return new DeliveryNotes(
        corrects,
        Stream.concat(leftOut.stream(), Stream.of(new OmittedFile(file, place))).toList(),
        unsubscribe,
        page,
        customers);
  }

  /** The same notes with the address to unsubscribe. */
  public DeliveryNotes unsubscribedAt(URI address) {
    return new DeliveryNotes(corrects, leftOut, address, page, customers);
  }

  /** The same notes with a link to the page. */
  public DeliveryNotes seenAt(URI address) {
    return new DeliveryNotes(corrects, leftOut, unsubscribe, address, customers);
  }

  /** The same notes with links to the pages of customers, by their numbers. */
  public DeliveryNotes knowing(Map<String, URI> pages) {
    return new DeliveryNotes(corrects, leftOut, unsubscribe, page, pages);
  }
}
