package calltally.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.Texts;
import calltally.sql.testing.Corpus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Any text is a configuration, or is refused in both languages with what is wrong with it. */
final class ConfigurationFuzzTest {

  private static final Path FOLDER = Path.of("/srv/calltally");
  private static final ZoneId ZONE = ZoneId.of("Europe/Minsk");
  private static final EnvironmentSubstitution ENVIRONMENT =
      new EnvironmentSubstitution(Map.of("CALLTALLY_TOKEN", "0123456789abcdef0123456789abcdef"));

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read_or_refused() {
    return Corpus.of("configuration", ConfigurationFuzzTest::fuzzerTestOneInput);
  }

  /** Reads a configuration file. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(input)).toString();
      ConfigurationProblems problems = new ConfigurationProblems();
      YamlNode document = ConfigurationFile.document("calltally.yaml", text);
      Configuration read =
          Configuration.from(new YamlValue("", document, problems, ENVIRONMENT), FOLDER, ZONE);
      problems.throwIfAny("calltally.yaml");
      assertThat(read.sources()).isNotEmpty();
    } catch (InvalidConfigurationException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(e.getMessage()).isNotBlank();
      assertThat(Texts.RUSSIAN.text(e.explanation())).isNotBlank();
    } catch (CharacterCodingException e) {
      assertThat(input).isNotEmpty();
    }
  }
}
