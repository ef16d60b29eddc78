package calltally.app.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.Texts;
import calltally.sql.settings.ManagerNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and names as people write them in a directory. */
final class DirectoryNumbersTest {

  private final DirectoryBuilder builder = new DirectoryBuilder(Map.of("main", "BY"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          101-105           | must be single numbers: write 101;102;103;104;105 (was 101-105)
          101 – 103         | must be single numbers: write 101;102;103 (was 101 – 103)
          100..150          | must be single numbers: write 100;101;…;150 (was 100..150)
          101/102           | must be numbers with ; between them: write 101;102 (was 101/102)
          +375290000011/102 | must be numbers with ; between them: write +375290000011;102 (was +375290000011/102)
          доб. 103          | must be digits only: write 103 (was доб. 103)
          ext 104           | must be digits only: write 104 (was ext 104)
          Ext.104           | must be digits only: write 104 (was Ext.104)
          вн.104            | must be digits only: write 104 (was вн.104)
          #105              | must be digits only: write 105 (was #105)
          +375 17 200-11-22 доб. 103 | must be one number: write +375 17 200-11-22 or 103, whichever rings (was +375 17 200-11-22 доб. 103)
          +375 17 200-11-22 (ext. 7) | must be one number: write +375 17 200-11-22 or 7, whichever rings
          101 (офис)        | must be a telephone number or an extension (was 101 (офис))
          1О1               | must be a telephone number or an extension (was 1О1)
          3.75E+11          | must not be rounded by a spreadsheet (was 3.75E+11)
          """)
  void what_is_not_one_number_is_refused_with_how_to_write_it(String number, String problem) {
    read("name,numbers\nAnna,\"" + number + "\"\n");

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("managers.csv:2: numbers: " + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "101.0, 101",
    "375291112233.0, +375291112233",
    "'8 (029) 111-22-33', +375291112233",
    "017/200-11-22, +375172001122",
    "sip:101@pbx.example.com, 101",
    "Anna <101>, 101",
    "@Anna, Anna"
  })
  void one_number_may_be_written_in_many_ways(String number, String read) {
    read("name,numbers\nAnna,\"" + number + "\"\n");

    assertThat(problems()).isEmpty();
    assertThat(builder.managersOf("main")).containsExactly(new ManagerNumber(read, "Anna", null));
  }

  @Test
  void a_name_that_is_spelled_in_several_ways_is_named_with_each_line() {
    read(
        """
        name,department,numbers
        Anna Sokolova,Sales,101
        Anna Sokolova ,Sales,102
        anna sokolova,Sales,103
        Аnna Sokolova,Sales,104
        Anna  Sokolova,Support,105
        Пётр Орлов,sales,106
        Петр Орлов,Sales,107
        """);

    assertThat(problems())
        .containsExactly(
            "managers.csv:4: name: a name must have one spelling (was anna sokolova, but Anna Sokolova in managers.csv:2)",
            "managers.csv:5: name: a name must have one spelling (Аnna Sokolova looks like Anna Sokolova in managers.csv:2, but a letter is of another alphabet)",
            "managers.csv:6: name: a name must have one spelling (was Anna  Sokolova, but Anna Sokolova in managers.csv:2)",
            "managers.csv:7: department: a name must have one spelling (was sales, but Sales in managers.csv:2)",
            "managers.csv:8: name: a name must have one spelling (was Петр Орлов, but Пётр Орлов in managers.csv:7)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anna Sokolova", "Анна Соколова", "Anna S.", "Anne"})
  void other_names_are_other_people(String name) {
    read("name,numbers\nAnna Orlova,101\n" + name + ",102\n");

    assertThat(problems()).isEmpty();
  }

  private void read(String text) {
    new DirectoryFile("managers.csv", builder::refuse)
        .read(text.getBytes(UTF_8), entry -> builder.add(entry, List.of("main")));
  }

  private List<String> problems() {
    return builder.problems().stream().map(Texts.ENGLISH::text).toList();
  }
}
