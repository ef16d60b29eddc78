package calltally.ingest.file.text;

import static java.nio.charset.CodingErrorAction.REPLACE;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charset whose characters have two or four bytes, such as that of Excel's “Unicode text”.
 *
 * @param mark the byte order mark at the beginning of a text
 */
record WideCharset(Charset charset, List<Integer> mark) {

  private static final List<WideCharset> MARKED =
      List.of(
          new WideCharset(Charset.forName("UTF-32LE"), List.of(0xff, 0xfe, 0, 0)),
          new WideCharset(Charset.forName("UTF-32BE"), List.of(0, 0, 0xfe, 0xff)),
          new WideCharset(StandardCharsets.UTF_16LE, List.of(0xff, 0xfe)),
          new WideCharset(StandardCharsets.UTF_16BE, List.of(0xfe, 0xff)));

  /** The wide charset of a text; null when it has none. */
  static @Nullable WideCharset of(byte[] beginning, Charset named) {
    for (WideCharset wide : MARKED) {
      if (wide.isMarkOf(beginning)) {
        return wide;
      }
    }
    if (named.name().startsWith("UTF-16") || named.name().startsWith("UTF-32")) {
      return new WideCharset(named, List.of());
    }
    return unmarked(beginning);
  }

  /** Latin letters have a zero for their other byte. */
  private static @Nullable WideCharset unmarked(byte[] text) {
    if (text.length < 4 || (text[0] == 0) == (text[1] == 0)) {
      return null;
    }
    boolean isLittle = text[1] == 0;
    return (text[2] == 0) == (text[0] == 0) && (text[3] == 0) == (text[1] == 0)
        ? new WideCharset(
            isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, List.of())
        : null;
  }

  private boolean isMarkOf(byte[] beginning) {
    if (beginning.length < mark.size()) {
      return false;
    }
    for (int i = 0; i < mark.size(); i++) {
      if ((beginning[i] & 0xff) != mark.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The text in UTF-8; what is damaged is damaged there too. */
  InputStream asUtf8(InputStream text) {
    return new Utf8Stream(
        new InputStreamReader(
            text, charset.newDecoder().onMalformedInput(REPLACE).onUnmappableCharacter(REPLACE)));
  }
}
