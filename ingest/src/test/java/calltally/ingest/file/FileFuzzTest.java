package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.file.line.FileLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Every line of any file becomes notifications or a reason why not, unless its compression is
 * damaged or it is a page of the web.
 */
final class FileFuzzTest {

  /** Refused in every format. */
  private static final Pattern PAGE = Pattern.compile("\uFEFF?\\s*<.*", Pattern.DOTALL);

  private static final List<String> PIECES =
      List.of(
          "1795154400",
          "1.1",
          "sales",
          "SIP/101",
          "NONE",
          "ENTERQUEUE",
          "RINGNOANSWER",
          "CONNECT",
          "OUTCALL",
          "event",
          "time",
          "99999999999",
          "\"",
          "'",
          "\\",
          ",",
          ";",
          "\t",
          "|",
          "||",
          "\n",
          "\r",
          "\0",
          "{",
          "[1]",
          "<a",
          "\uFEFF",
          "я");

  @Property(tries = 2000)
  void every_line_is_accounted_for(@ForAll("files") byte[] file, @ForAll FileFormat format)
      throws IOException {
    try {
      accountFor(file, format);
    } catch (UnknownFileFormat e) {
      if (!PAGE.matcher(new String(file, UTF_8)).matches()) {
        assertThat(format).isIn(FileFormat.CSV, FileFormat.CALLS);
      }
    } catch (ZipException | EOFException e) {
      assertThat(file).startsWith(0x1f, 0x8b, 8);
    }
  }

  private static void accountFor(byte[] file, FileFormat format) throws IOException {
    NotificationFile lines =
        NotificationFile.open(
            new ByteArrayInputStream(file),
            new FileReading(format, UTF_8),
            ZoneId.of("Europe/Minsk"));
    long last = 0;
    for (Optional<FileLine> line = lines.next(); line.isPresent(); line = lines.next()) {
      assertThat(line.get().number()).isGreaterThanOrEqualTo(last);
      last = line.get().number();
    }
  }

  @Provide
  Arbitrary<byte[]> files() {
    Arbitrary<byte[]> piece =
        Arbitraries.oneOf(
            Arbitraries.of(PIECES).map(text -> text.getBytes(UTF_8)),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(3));
    return piece.list().ofMaxSize(60).map(FileFuzzTest::joined);
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
