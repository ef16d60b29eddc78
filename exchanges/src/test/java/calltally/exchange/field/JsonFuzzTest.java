package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.testing.Corpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Any text becomes the fields of an object, whose canonical form is read as itself, or breaks a
 * rule.
 */
final class JsonFuzzTest {

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read() {
    return Corpus.of("json", JsonFuzzTest::fuzzerTestOneInput);
  }

  /** Reads a JSON text, and its canonical form as the journal would. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Fields fields = Fields.ofJson(StrictText.decode(input, UTF_8));
      String canonical = new CanonicalFields(fields).toString();
      assertThat(new CanonicalFields(Fields.kept(canonical))).hasToString(canonical);
    } catch (NotANotification e) {
      assertThat(e.rule()).isNotBlank();
    }
  }
}
