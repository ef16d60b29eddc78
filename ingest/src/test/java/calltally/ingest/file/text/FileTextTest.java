package calltally.ingest.file.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileTextTest {

  private static final String TEXT = "event;time\nтест;1\n";

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, true",
    "UTF-16BE, true",
    "UTF-32LE, true",
    "UTF-32BE, true",
    "UTF-16LE, false",
    "UTF-16BE, false",
    "UTF-8, false",
  })
  void a_text_in_any_unicode_encoding_is_read_as_utf_8(String charset, boolean marked)
      throws IOException {
    byte[] file = ((marked ? "\uFEFF" : "") + TEXT).getBytes(Charset.forName(charset));

    FileText text = FileText.open(new ByteArrayInputStream(file), UTF_8);

    assertThat(new String(text.stream().readAllBytes(), UTF_8).replace("\uFEFF", ""))
        .isEqualTo(TEXT);
    assertThat(text.charset()).isEqualTo(UTF_8);
  }

  @Test
  void a_wide_charset_can_be_named() throws IOException {
    byte[] file = "текст".getBytes(UTF_16BE);

    FileText text = FileText.open(new ByteArrayInputStream(file), Charset.forName("UTF-16"));

    assertThat(new String(text.stream().readAllBytes(), UTF_8)).isEqualTo("текст");
  }

  @Test
  void half_a_character_is_no_valid_text_afterwards_either() throws IOException {
    byte[] file = "\uFEFFab\n".getBytes(UTF_16LE);

    FileText text =
        FileText.open(new ByteArrayInputStream(Arrays.copyOf(file, file.length - 1)), UTF_8);

    assertThat(text.stream().readAllBytes()).endsWith('b', 0xff);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
  void members_of_any_length_are_read_one_after_another(int length) throws IOException {
    String part = "0123456789".repeat(length / 10 + 1).substring(0, length);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(gzip(part));
    file.writeBytes(gzip("second\n"));

    FileText text = FileText.open(new ByteArrayInputStream(file.toByteArray()), UTF_8);

    assertThat(new String(text.stream().readAllBytes(), UTF_8)).isEqualTo(part + "second\n");
    assertThat(text.linesBehind()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "'\0\0\0', 0", "x, 1", "'a\n\n  \nb\r\nc', 3", "'\na\rb\n', 2"})
  void lines_behind_the_last_member_are_counted(String rest, long lines) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(gzip("first\n"));
    file.writeBytes(rest.getBytes(UTF_8));

    FileText text = FileText.open(new ByteArrayInputStream(file.toByteArray()), UTF_8);

    assertThat(new String(text.stream().readAllBytes(), UTF_8)).isEqualTo("first\n");
    assertThat(text.linesBehind()).isEqualTo(lines);
  }

  @Test
  void a_header_may_have_a_name_a_comment_and_more() throws IOException {
    byte[] plain = gzip("text");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0});
    file.writeBytes(new byte[] {2, 0, 'x', 'y'});
    file.writeBytes("queue_log\0a comment\0".getBytes(ISO_8859_1));
    file.writeBytes(new byte[] {0, 0});
    file.write(plain, 10, plain.length - 10);

    FileText text = FileText.open(new ByteArrayInputStream(file.toByteArray()), UTF_8);

    assertThat(new String(text.stream().readAllBytes(), UTF_8)).isEqualTo("text");
  }

  @Test
  void damaged_and_cut_off_members_are_failures() throws IOException {
    byte[] whole = gzip("0123456789".repeat(1000));
    byte[] wrong = whole.clone();
    wrong[wrong.length - 8] ^= 1;

    assertThatThrownBy(() -> read(wrong)).isInstanceOf(ZipException.class);
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(EOFException.class);
  }

  private static byte[] read(byte[] file) throws IOException {
    return FileText.open(new ByteArrayInputStream(file), UTF_8).stream().readAllBytes();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(file)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return file.toByteArray();
  }
}
