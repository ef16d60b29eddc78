package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.testing.Corpus;
import java.net.URLEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Any form becomes fields, which another form says again, or breaks a rule. */
final class FormFuzzTest {

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read() {
    return Corpus.of("form", FormFuzzTest::fuzzerTestOneInput);
  }

  /** Reads a form, writes its fields with the encoder of the JDK, and reads them again. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Fields fields = new UrlEncodedForm(input, UTF_8).fields();
      String written =
          fields.values().keySet().stream()
              .map(name -> encoded(name) + "=" + encoded(fields.text(name).orElseThrow()))
              .collect(joining("&"));
      assertThat(new UrlEncodedForm(written.getBytes(US_ASCII), UTF_8).fields()).isEqualTo(fields);
    } catch (NotANotification e) {
      assertThat(e.rule()).isNotBlank();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
