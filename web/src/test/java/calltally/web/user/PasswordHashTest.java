package calltally.web.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How passwords are kept. */
final class PasswordHashTest {

  private final PasswordHash hash = PasswordHash.of("correct horse battery");

  @Test
  void a_hash_matches_its_password_only_also_after_it_was_written_and_read() {
    PasswordHash read = PasswordHash.parse(hash.text());

    assertThat(read.matches("correct horse battery")).isTrue();
    assertThat(read.matches("correct horse batterz")).isFalse();
    assertThat(read.matches("")).isFalse();
  }

  @Test
  void a_password_may_be_long_and_in_any_script() {
    String sentence = "Лошадь 🐎, батарея и скоба " + "x".repeat(70);

    assertThat(PasswordHash.of(sentence).matches(sentence)).isTrue();
    assertThat(PasswordHash.of(sentence + "y").matches(sentence)).isFalse();
  }

  @Test
  void the_same_password_has_another_hash_each_time() {
    assertThat(PasswordHash.of("correct horse battery")).isNotEqualTo(hash);
  }

  @Test
  void fewer_than_600_000_rounds_are_refused() {
    assertThat(hash.text()).startsWith("pbkdf2-sha256:600000:");
    assertThatThrownBy(() -> PasswordHash.parse(hash.text().replace("600000", "599999")))
        .hasMessageContaining("calltally user add");
    assertThatThrownBy(() -> PasswordHash.parse("secret")).hasMessageNotContaining("secret");
  }

  @Test
  void neither_password_nor_hash_gets_into_messages() {
    assertThat(hash.toString()).doesNotContain(hash.text(), "correct");
  }
}
