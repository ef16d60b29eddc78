package calltally.exchange.sipsim;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The longest values of the fields that figures read, in bytes of UTF-8. */
final class FieldLimits {

  private static final int FIELD = 8 << 10;
  private static final Map<String, Integer> LONGEST =
      Map.of(
          "event", FIELD,
          "time", FIELD,
          "pbx_id", FIELD,
          "caller", FIELD,
          "receiver", FIELD,
          "status", FIELD,
          "duration", FIELD,
          "audio_path", FIELD,
          "tags", 32 << 10);

  /** No charset makes more than three bytes of UTF-8 of one byte. */
  private static final int MOST_BYTES_PER_BYTE = 3;

  private FieldLimits() {}

  /** Whether a request of this size may have a field that is too long. */
  static boolean apply(long requestSize) {
    return requestSize > FIELD / MOST_BYTES_PER_BYTE;
  }

  /** Rejects fields that are longer. */
  static void check(Fields fields) {
    LONGEST.forEach(
        (name, longest) -> {
          if (length(fields.values().get(name)) > longest) {
            throw new NotANotification(name, "the field must not exceed " + longest + " bytes");
          }
        });
  }

  /** The length of a text, or of a structure as JSON without escapes. */
  private static long length(@Nullable FieldValue value) {
    if (value instanceof FieldValue.Text text) {
      return utf8(text.text());
    } else if (value instanceof FieldValue.Literal literal) {
      return literal.text().length();
    } else if (value instanceof FieldValue.Items items) {
      return 2 + items.items().stream().mapToLong(item -> 1 + quoted(item)).sum();
    } else if (value instanceof FieldValue.Members members) {
      return 2
          + members.members().entrySet().stream()
              .mapToLong(member -> 4 + utf8(member.getKey()) + quoted(member.getValue()))
              .sum();
    }
    return 0;
  }

  private static long quoted(FieldValue value) {
    return length(value) + (value instanceof FieldValue.Text ? 2 : 0);
  }

  /** Each half of a surrogate pair counts as two of its four bytes. */
  private static long utf8(String text) {
    return text.chars()
        .map(c -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3)
        .asLongStream()
        .sum();
  }
}
