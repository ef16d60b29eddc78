package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.testing.Corpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Any body in parts becomes fields, which another body says again, or breaks a rule. */
final class MultipartFuzzTest {

  private static final String BOUNDARY = "4d1c6a0e52b8";

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read() {
    return Corpus.of("multipart", MultipartFuzzTest::fuzzerTestOneInput);
  }

  /**
   * Reads a body, writes its fields in parts and reads them again.
   *
   * @param input the content type, a line feed, and the body
   */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, ISO_8859_1);
    int end = Math.max(0, text.indexOf('\n'));
    try {
      ContentType type = ContentType.of(text.substring(0, end));
      Fields fields = new MultipartForm(text.substring(end), type).fields();
      String written = written(fields);
      if (fields.values().keySet().stream().noneMatch(MultipartFuzzTest::cannotBeQuoted)
          && !fields.values().toString().contains(BOUNDARY)) {
        ContentType own = new ContentType("multipart/form-data; boundary=" + BOUNDARY);
        assertThat(new MultipartForm(written, own).fields()).isEqualTo(fields);
      }
    } catch (NotANotification e) {
      assertThat(e.rule()).isNotBlank();
    }
  }

  private static boolean cannotBeQuoted(String name) {
    return name.matches("(?s).*[\"\r\n].*");
  }

  private static String written(Fields fields) {
    StringBuilder body = new StringBuilder();
    for (String name : fields.values().keySet()) {
      body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name)
          .append("\"\r\n\r\n" + fields.text(name).orElseThrow() + "\r\n");
    }
    return new String(
        body.append("--" + BOUNDARY + "--\r\n").toString().getBytes(UTF_8), ISO_8859_1);
  }
}
