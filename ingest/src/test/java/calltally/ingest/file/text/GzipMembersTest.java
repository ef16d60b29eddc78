package calltally.ingest.file.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of a gzipped file: RFC 1952. */
final class GzipMembersTest {

  private static final int HEADER = 10;
  private static final int FLAGS = 3;
  private static final int TRAILER = 8;

  @Test
  void members_are_read_as_one_text() throws IOException {
    assertThat(text(joined(gzip("one;"), gzip(""), gzip("two")))).isEqualTo("one;two");
  }

  @Test
  void single_bytes_can_be_read() throws IOException {
    try (InputStream members = members(gzip("é"))) {
      assertThat(new int[] {members.read(), members.read(), members.read()})
          .containsExactly(0xc3, 0xa9, -1);
    }
  }

  @Test
  void what_follows_the_last_member_stays_in_the_stream() throws IOException {
    PushbackInputStream in = stream(joined(gzip("rows"), "more".getBytes(UTF_8)));

    try (InputStream members = new GzipMembers(in)) {
      assertThat(new String(members.readAllBytes(), UTF_8)).isEqualTo("rows");
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("more");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4,  02007878",
    "8,  612e63737600",
    "16, 6100",
    "2,  ffff",
    "12, 010078612e63737600",
  })
  void fields_of_a_header_are_passed_over(byte flags, String fields) throws IOException {
    byte[] plain = gzip("rows");
    plain[FLAGS] = flags;

    assertThat(
            text(
                joined(
                    Arrays.copyOf(plain, HEADER),
                    HexFormat.of().parseHex(fields),
                    Arrays.copyOfRange(plain, HEADER, plain.length))))
        .isEqualTo("rows");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, TRAILER})
  void another_length_or_checksum_is_damage(int fromTheEnd) {
    byte[] file = gzip("rows");
    file[file.length - fromTheEnd] ^= 1;

    assertThatThrownBy(() -> text(file))
        .isInstanceOf(ZipException.class)
        .hasMessage("the compressed data is damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, TRAILER, TRAILER + 2})
  void a_member_that_does_not_end_is_cut_off(int missing) {
    byte[] file = gzip("rows");

    assertThatThrownBy(() -> text(Arrays.copyOf(file, file.length - missing)))
        .isInstanceOf(EOFException.class)
        .hasMessage("the compressed data is cut off");
  }

  private static String text(byte[] file) throws IOException {
    try (InputStream members = members(file)) {
      return new String(members.readAllBytes(), UTF_8);
    }
  }

  private static InputStream members(byte[] file) throws IOException {
    return new GzipMembers(stream(file));
  }

  private static PushbackInputStream stream(byte[] file) {
    return new PushbackInputStream(new ByteArrayInputStream(file), GzipMembers.BUFFER);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
