package calltally.exchange.zadarma;

import calltally.exchange.text.CallStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words by which Zadarma says how a call ended. */
final class ZadarmaDisposition {

  private ZadarmaDisposition() {}

  /** The status of the definitions; null for a word that is not documented. */
  static @Nullable String status(String sent) {
    return switch (sent.strip().toLowerCase(Locale.ROOT)) {
      case "failed", "unallocated number", "line limit" -> "unavailable";
      case "no money", "no limit", "no day limit", "no money, no limit" -> "other";
      default -> CallStatus.parse(sent).orElse(null);
    };
  }
}
