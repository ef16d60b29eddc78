package calltally.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentSubstitutionTest {

  private final List<String> missing = new ArrayList<>();

  @TempDir private Path credentials;

  private EnvironmentSubstitution substitution;

  @BeforeEach
  void nameTheFolder() {
    substitution =
        new EnvironmentSubstitution(
            Map.of("CREDENTIALS_DIRECTORY", credentials.toString(), "BOTH", "of the environment"));
  }

  @Test
  void a_credential_is_the_value_of_its_name_without_its_last_line_end() throws Exception {
    Files.writeString(credentials.resolve("PASSWORD"), "two\nlines\n");
    Files.writeString(credentials.resolve("secrets_TOKEN"), "of the unit\r\n");

    assertThat(apply("${PASSWORD}, ${TOKEN}")).isEqualTo("two\nlines, of the unit");
    assertThat(missing).isEmpty();
  }

  @Test
  void the_environment_is_stronger_than_a_credential() throws Exception {
    Files.writeString(credentials.resolve("BOTH"), "of the file");

    assertThat(apply("${BOTH}")).isEqualTo("of the environment");
  }

  @Test
  void a_name_leads_to_no_other_folder() throws Exception {
    Path outside = Files.createTempFile(credentials.getParent(), "outside", ".txt");

    assertThat(apply("${../" + outside.getFileName() + "}")).isEmpty();
    assertThat(apply("${ABSENT}")).isEmpty();
    assertThat(missing).containsExactly("../" + outside.getFileName(), "ABSENT");
    Files.delete(outside);
  }

  @Test
  void a_credential_that_is_no_text_is_named() throws Exception {
    Files.write(credentials.resolve("BROKEN"), new byte[] {(byte) 0xff});

    assertThatThrownBy(() -> apply("${BROKEN}"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(credentials.resolve("BROKEN").toString());
  }

  private String apply(String text) {
    return substitution.apply(text, missing::add);
  }
}
