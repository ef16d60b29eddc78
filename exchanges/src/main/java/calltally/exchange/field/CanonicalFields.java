package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The form in which fields are compared: sorted by name, scalars as their text, structures as JSON
 * with sorted names; null counts as absent.
 */
public final class CanonicalFields {

  /** Most notifications are shorter, and so are copied once. */
  private static final int USUAL_LENGTH = 512;

  private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

  public CanonicalFields(Fields fields) {
    SortedMap<String, FieldValue> sent = new TreeMap<>();
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (fields.has(name)) {
                sent.put(name, value instanceof FieldValue.Literal l ? scalar(l) : value);
              }
            });
    write(sent);
  }

  /** The SHA-256 of this form, in hexadecimal. */
  public String digest() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static FieldValue scalar(FieldValue.Literal literal) {
    return new FieldValue.Text(literal.text());
  }

  private void write(FieldValue value) {
    if (value instanceof FieldValue.Text scalar) {
      write(scalar.text());
    } else if (value instanceof FieldValue.Literal literal) {
      text.append(literal.text());
    } else if (value instanceof FieldValue.Items items) {
      write(items);
    } else if (value instanceof FieldValue.Members members) {
      write(new TreeMap<>(members.members()));
    }
  }

  private void write(String scalar) {
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(scalar, text);
    text.append('"');
  }

  private void write(FieldValue.Items items) {
    String separator = "[";
    for (FieldValue item : items.items()) {
      text.append(separator);
      write(item);
      separator = ",";
    }
    text.append(items.items().isEmpty() ? "[]" : "]");
  }

  private void write(SortedMap<String, FieldValue> members) {
    String separator = "{";
    for (Map.Entry<String, FieldValue> member : members.entrySet()) {
      text.append(separator);
      write(member.getKey());
      text.append(':');
      write(member.getValue());
      separator = ",";
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }
}
