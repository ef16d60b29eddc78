package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NearestNamesTest {

  private static final List<String> KNOWN =
      List.of("Anna Sokolova", "Anna Yudina", "Boris Ivanov", "Пётр Жуков", "+375290000011");

  @Test
  void an_unfinished_name_is_completed() {
    assertThat(question("anna", KNOWN)).isEqualTo("; did you mean Anna Sokolova or Anna Yudina?");
  }

  @Test
  void a_name_with_three_wrong_letters_is_near_and_with_four_it_is_not() {
    assertThat(question("Boris Ivaxxx", KNOWN)).isEqualTo("; did you mean Boris Ivanov?");
    assertThat(question("Boris Ivxxxx", KNOWN)).isEmpty();
  }

  @Test
  void letters_of_any_script_are_compared_without_case() {
    assertThat(question("ПЕТР ЖУКОВ", KNOWN)).isEqualTo("; did you mean Пётр Жуков?");
  }

  @Test
  void names_that_are_less_near_than_others_are_left_out() {
    List<String> commands = List.of("demo", "export", "import", "report");

    assertThat(question("reports", commands)).isEqualTo("; did you mean report?");
    assertThat(question("exprot", commands)).isEqualTo("; did you mean export?");
    assertThat(question("REPORT", commands)).isEqualTo("; did you mean report?");
  }

  @Test
  void at_most_three_names_are_suggested() {
    assertThat(question("a", List.of("a1", "a2", "a3", "a4")))
        .isEqualTo("; did you mean a1 or a2 or a3?");
  }

  @Test
  void a_blank_name_is_near_to_none() {
    assertThat(question("", KNOWN)).isEmpty();
    assertThat(question("Boris", List.of())).isEmpty();
  }

  private static String question(String asked, List<String> known) {
    return new NearestNames(asked).question(known).in(Locale.ENGLISH);
  }
}
