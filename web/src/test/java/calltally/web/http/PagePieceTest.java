package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pieces that are compressed one by one are a gzip file together. */
final class PagePieceTest {

  private static String unpacked(PagePiece... pieces) throws IOException {
    byte[] file = PagePiece.gzip(pieces).getBytes();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String noise(int length) {
    return new Random(length)
        .ints(length, 32, 0x3000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void what_is_unpacked_is_what_was_packed() throws IOException {
    for (int length : List.of(0, 1, 63, 64, 1000, 200_000)) {
      for (String text : List.of("<td>1</td>".repeat(length), noise(length))) {
        PagePiece piece = PagePiece.of(text);

        assertThat(unpacked(PagePiece.of("<html>"), piece, PagePiece.of("</html>")))
            .isEqualTo("<html>" + text + "</html>")
            .isEqualTo(
                PagePiece.joined(PagePiece.of("<html>"), piece, PagePiece.of("</html>"))
                    .toString(UTF_8));
      }
    }
  }

  @Test
  void nothing_can_be_packed_too() throws IOException {
    assertThat(unpacked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none                   | false",
        "''                     | false",
        "identity               | false",
        "gzip                   | true",
        "deflate, GZIP, br      | true",
        "br;q=1.0, gzip;q=0.8   | true",
        "gzip ; q=0             | false",
        "gzip;q=0.000           | false",
        "gzip;q=0.001           | true",
        "xgzip                  | false"
      })
  void only_browsers_that_can_unpack_it_get_it_packed(String header, boolean isPacked) {
    assertThat(new RequestHints(null, header, null, null).acceptsGzip()).isEqualTo(isPacked);
  }
}
