package calltally.ingest.file.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** Characters as bytes in UTF-8, so that whatever reads lines finds their ends. */
final class Utf8Stream extends InputStream {

  private static final int BUFFER = 1 << 13;
  private static final String REPLACEMENT = "\uFFFD";

  /** No byte of UTF-8: a line with a character that could not be read is no valid one. */
  private static final int INVALID = 0xff;

  private final Reader characters;
  private final char[] buffer = new char[BUFFER];
  private byte[] bytes = {};
  private int position;

  Utf8Stream(Reader characters) {
    this.characters = characters;
  }

  @Override
  public int read() throws IOException {
    return isFilled() ? bytes[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!isFilled()) {
      return -1;
    }
    int read = Math.min(length, bytes.length - position);
    System.arraycopy(bytes, position, to, from, read);
    position += read;
    return read;
  }

  private boolean isFilled() throws IOException {
    while (position == bytes.length) {
      int read = characters.read(buffer);
      if (read < 0) {
        return false;
      }
      bytes = encoded(new String(buffer, 0, read));
      position = 0;
    }
    return true;
  }

  private static byte[] encoded(String text) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream(text.length());
    String[] parts = text.split(REPLACEMENT, -1);
    encoded.writeBytes(parts[0].getBytes(UTF_8));
    for (int i = 1; i < parts.length; i++) {
      encoded.write(INVALID);
      encoded.writeBytes(parts[i].getBytes(UTF_8));
    }
    return encoded.toByteArray();
  }
}
