package calltally.reporting.mail.letter;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery has to say beside the report.
 *
 * @param corrects when the report was generated that this one replaces; null for a first one
 * @param leftOut files that are not attached
 * @param unsubscribe where a reader ends the subscription, {@code https:} or {@code mailto:}; null
 *     when he cannot
 */
public record DeliveryNotes(
    @Nullable Instant corrects, List<OmittedFile> leftOut, @Nullable URI unsubscribe) {

  /** Nothing. */
  public static final DeliveryNotes NONE = new DeliveryNotes(null, List.of(), null);

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  public DeliveryNotes {
    leftOut = List.copyOf(leftOut);
    if (unsubscribe != null && !SCHEMES.contains(String.valueOf(unsubscribe.getScheme()))) {
      throw new IllegalArgumentException(
          "letter not written: the way to unsubscribe starts with http:, https: or mailto:, was "
              + unsubscribe.getScheme());
    }
  }

  /**
   * A file that is too large for the mail.
   *
   * @param file its name
   * @param place where it lies: a path or an address
   */
  public record OmittedFile(String file, String place) {}

  /** The same, for a report that replaces the one generated at {@code earlier}. */
  public DeliveryNotes correcting(Instant earlier) {
    return new DeliveryNotes(earlier, leftOut, unsubscribe);
  }

  /** The same, with one more file that is not attached. */
  public DeliveryNotes leavingOut(String file, String place) {
    return new DeliveryNotes(
        corrects,
        Stream.concat(leftOut.stream(), Stream.of(new OmittedFile(file, place))).toList(),
        unsubscribe);
  }

  /** The same, with a way out of the subscription. */
  public DeliveryNotes unsubscribedAt(URI address) {
    return new DeliveryNotes(corrects, leftOut, address);
  }
}
