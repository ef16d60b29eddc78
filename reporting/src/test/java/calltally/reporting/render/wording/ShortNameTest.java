package calltally.reporting.render.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortNameTest {

  @ParameterizedTest
  @CsvSource({
    "Соколова Анна Сергеевна,                                Соколова А.\u00A0С.",
    "Анна Сергеевна Соколова,                                Соколова А.\u00A0С.",
    "Щёголева-Шишкина Екатерина Ильинична,                   Щёголева-Шишкина Е.\u00A0И.",
    "Константинопольский Константин Константинович,          Константинопо… К.\u00A0К.",
    "Алиев Рашид Мамед,                                     Алиев Рашид Мамед",
    "Анна Соколова,                                          Анна Соколова",
    "Ludwig van Beethoven,                                   Ludwig van Beethoven",
    "101,                                                    101",
  })
  void a_full_russian_name_is_surname_and_initials(String name, String shown) {
    assertThat(ShortName.of(name)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "Sales,                                                       Sales",
    "Ekaterina Shchyogoleva,                                      Ekaterina Shchyogoleva",
    "Горячая линия для постоянных клиентов и партнёров,           Горячая линия для…",
    "Приём заявок на ремонт и обслуживание,                       Приём заявок на…",
    "Обслуживание,                                                Обслужива…",
    "Абдурахман Абдулгамидович Магомедрасулов,                    Магомедра… А.\u00A0А.",
  })
  void a_long_name_takes_two_lines_of_a_narrow_column(String name, String shown) {
    assertThat(ShortName.inTwoLines(name)).isEqualTo(shown);
  }

  @Test
  void a_number_breaks_at_its_spaces_only() {
    assertThat(ShortName.of("+375290000017")).isEqualTo("+375 29 000\u201100\u201117");
    assertThat(ShortName.unbroken("Санкт-Петербург")).isEqualTo("Санкт-Петербург");
  }

  @Test
  void a_word_that_is_too_long_is_cut_and_gets_no_hyphen_of_its_own() {
    assertThat(ShortName.wrapped("Константинопольский-Воскресенский", 69))
        .startsWith("Константиноп")
        .endsWith("…")
        .doesNotContain("-");
    assertThat(ShortName.wrapped("Ekaterina Shchyogoleva", 69)).isEqualTo("Ekaterina Shchyogoleva");
  }

  @Test
  void a_number_stays_with_its_word() {
    assertThat(ShortName.of("Manager 42")).isEqualTo("Manager\u00A042");
    assertThat(ShortName.inTwoLines("Manager 42")).isEqualTo("Manager\u00A042");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Константинопольский-Преображенский",
        "Преображенская Александра Владимировна",
        "Магомедрасулов Абдурахман Абдулгамидович",
        "Щёголева-Рождественская Мария Васильевна",
        "Wolfeschlegelsteinhausenbergerdorff",
        "Приём заявок на ремонт и обслуживание",
      })
  void no_line_breaks_inside_a_name_without_a_hyphen(String name) {
    assertThat(ShortName.of(name).split("(?<=[ -])"))
        .allSatisfy(part -> assertThat(TextWidth.inTable(part.strip())).isLessThanOrEqualTo(64));
    assertThat(ShortName.inTwoLines(name).split("(?<=[ -])"))
        .allSatisfy(part -> assertThat(TextWidth.inTable(part.strip())).isLessThanOrEqualTo(51));
  }

  @Test
  void names_take_two_lines_and_the_others_are_counted() {
    List<String> names =
        List.of("Соколова Анна Сергеевна", "Юдина Мария Олеговна", "Vera Lis", "Pavel Zhukov");

    assertThat(ShortName.ofFirst(names.subList(0, 1))).isEqualTo("Соколова\u00A0А.\u00A0С.");
    assertThat(ShortName.ofFirst(names))
        .isEqualTo("Соколова\u00A0А.\u00A0С., Юдина\u00A0М.\u00A0О.\u00A0+2");
    assertThat(ShortName.ofFirst(List.of("Ekaterina Shchyogoleva", "Vera Lis")))
        .isEqualTo("Ekaterina Shchyogoleva\u00A0+1");
  }
}
