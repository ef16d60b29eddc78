package calltally.exchange.field;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields of {@code application/x-www-form-urlencoded} text: a query or a form. */
public final class UrlEncodedForm {

  private final byte[] bytes;
  private final Charset charset;

  public UrlEncodedForm(byte[] bytes, Charset charset) {
    this.bytes = bytes;
    this.charset = charset;
  }

  public Fields fields() {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    int start = 0;
    while (start < bytes.length) {
      int end = indexOf('&', start, bytes.length);
      if (end > start) {
        put(values, start, end);
      }
      start = end + 1;
    }
    return new Fields(values);
  }

  private void put(Map<String, FieldValue> values, int start, int end) {
    int equals = indexOf('=', start, end);
    values.put(decode(start, equals), new FieldValue.Text(decode(Math.min(equals + 1, end), end)));
  }

  private int indexOf(char wanted, int from, int end) {
    int index = from;
    while (index < end && bytes[index] != wanted) {
      index++;
    }
    return index;
  }

  /** A percent sign not followed by two hexadecimal digits stands for itself, as in browsers. */
  private String decode(int start, int end) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(end - start);
    for (int index = start; index < end; index++) {
      if (isEscape(index, end)) {
        decoded.write(digit(index + 1) << 4 | digit(index + 2));
        index += 2;
      } else {
        decoded.write(bytes[index] == '+' ? ' ' : bytes[index]);
      }
    }
    return StrictText.decode(decoded.toByteArray(), charset);
  }

  private boolean isEscape(int index, int end) {
    return bytes[index] == '%' && index + 2 < end && digit(index + 1) >= 0 && digit(index + 2) >= 0;
  }

  private int digit(int index) {
    byte digit = bytes[index];
    return digit < 0 ? -1 : Character.digit(digit, 16);
  }
}
