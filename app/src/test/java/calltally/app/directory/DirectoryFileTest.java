package calltally.app.directory;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.settings.Directory;
import calltally.sql.settings.Line;
import calltally.sql.settings.ManagerNumber;
import calltally.sql.settings.ValidityPeriod;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DirectoryFileTest {

  private final DirectoryBuilder builder = new DirectoryBuilder(regions());

  @Test
  void managers_have_a_row_each_with_all_their_numbers() {
    read(
        """
        name,department,numbers
        Anna Sokolova,Sales,+375 29 000-00-11;101
        "Orlov, Boris",,"8 029 000-00-12, 102"
        """);

    assertThat(main().managers())
        .containsExactlyInAnyOrder(
            new ManagerNumber("+375290000011", "Anna Sokolova", "Sales"),
            new ManagerNumber("101", "Anna Sokolova", "Sales"),
            new ManagerNumber("+375290000012", "Orlov, Boris", null),
            new ManagerNumber("102", "Orlov, Boris", null));
    assertThat(builder.sourcesOf(EntryKind.MANAGER)).containsExactly("main");
    assertThat(builder.sourcesOf(EntryKind.LINE)).isEmpty();
  }

  @Test
  void lines_have_a_row_each() {
    read("number,name,department\n+375290000001,Sales,Sales\n375290000002,Support,\n");

    assertThat(main().lines())
        .containsExactlyInAnyOrder(
            new Line("+375290000001", "Sales", "Sales"),
            new Line("+375290000002", "Support", null));
    assertThat(builder.sourcesOf(EntryKind.MANAGER)).isEmpty();
  }

  @Test
  void a_file_may_be_as_excel_saves_it_where_the_comma_is_decimal() {
    String saved =
        """
        Name;Department;Numbers;From;To;;
        Анна Соколова;Продажи;"+375290000011;101";01.11.2026;30.11.2026;;
        ;;;;;;

        Борис Орлов;Продажи;+375290000012,102;;;;
        """;

    read("\uFEFF" + saved.replace("\n", "\r\n"));

    ValidityPeriod november =
        new ValidityPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1));
    assertThat(main().managers())
        .containsExactlyInAnyOrder(
            new ManagerNumber("+375290000011", "Анна Соколова", "Продажи", november),
            new ManagerNumber("101", "Анна Соколова", "Продажи", november),
            new ManagerNumber("+375290000012", "Борис Орлов", "Продажи"),
            new ManagerNumber("102", "Борис Орлов", "Продажи"));
  }

  @Test
  void columns_may_stand_in_any_order_and_cells_over_several_lines() {
    read("numbers, to ,name\n\"101\n102\",2026-11-30,Anna\u00A0Sokolova\n103\n,,Olga\n");

    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:4: name: a value is missing",
            "managers.csv:5: numbers: a value is missing");
    ValidityPeriod until = new ValidityPeriod(null, LocalDate.of(2026, 12, 1));
    assertThat(builder.managersOf("main"))
        .containsExactlyInAnyOrder(
            new ManagerNumber("101", "Anna Sokolova", null, until),
            new ManagerNumber("102", "Anna Sokolova", null, until));
  }

  @Test
  void a_number_changes_hands_from_one_day_to_the_next() {
    read(
        """
        name,numbers,from,to
        Anna,101,,2026-10-31
        Boris,101,2026-11-01,
        """);

    assertThat(main().managers())
        .containsExactlyInAnyOrder(
            new ManagerNumber(
                "101", "Anna", null, new ValidityPeriod(null, LocalDate.of(2026, 11, 1))),
            new ManagerNumber(
                "101", "Boris", null, new ValidityPeriod(LocalDate.of(2026, 11, 1), null)));
  }

  @Test
  void on_one_day_it_has_one_owner() {
    read(
        """
        name,department,numbers,from,to
        Anna,Sales,101,,2026-11-01
        Boris,Sales,101;102,2026-11-01,
        Clara,Sales,102;102,2026-01-01,2026-10-31
        Anna,Support,104,2026-11-01,2026-11-02
        """);

    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:3: numbers: a number is of one manager a day, was 101, which is Anna's in managers.csv:2",
            "managers.csv:4: numbers: a number is of one manager a day, was 102, which is Clara's in managers.csv:4",
            "managers.csv:5: department: a manager has one department a day, was Support, and Sales in managers.csv:2");
  }

  @Test
  void a_number_may_be_a_managers_and_a_lines() {
    read("name,numbers\nAnna,+375290000011\n");
    read("number,name\n+375290000011,Anna's own\n");

    assertThat(main().managers()).hasSize(1);
    assertThat(main().lines()).hasSize(1);
  }

  @Test
  void rows_may_name_their_source_whose_region_their_numbers_are_read_in() {
    read(
        """
        name,numbers,source
        Anna,029 000-00-11,
        Clara,22 000 00 11,warsaw
        Boris,103,nowhere
        """);

    assertThat(builder.problems())
        .containsExactly("managers.csv:4: source: it has to be the name of a source, was nowhere");
    assertThat(builder.managersOf("warsaw"))
        .containsExactly(new ManagerNumber("+48220000011", "Clara", null));
    assertThat(builder.managersOf("main"))
        .containsExactly(new ManagerNumber("+375290000011", "Anna", null));
  }

  @Test
  void all_that_is_wrong_is_told_with_its_line() {
    read(
        """
        name,department,numbers,from,to

        ,Sales,101,,
        Anna,Sales,3.7529E+11,31.11.2026,2026-02-29
        Boris,Sales,+375290000012,2026-11-02,2026-11-01
        Clara,Sales,Anna; ;anonymous,11/02/2026,
        Dora,Sales,103,,,104
        "Ed
        gar",Sales,105,,
        Fedor
        """);

    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:3: name: a value is missing",
            "managers.csv:4: from: it has to be a date, such as 2026-12-25, was 31.11.2026",
            "managers.csv:4: to: it has to be a date, such as 2026-12-25, was 2026-02-29",
            "managers.csv:4: numbers: a spreadsheet has rounded it, was 3.7529E+11; format the column as text",
            "managers.csv:5: to: it has to be the day of from or a later one, was 2026-11-01 from 2026-11-02",
            "managers.csv:6: from: it has to be a date, such as 2026-12-25, was 11/02/2026",
            "managers.csv:6: numbers: it has to be a telephone number or an extension, was Anna",
            "managers.csv:6: numbers: it has to be a telephone number or an extension, was anonymous",
            "managers.csv:7: a row has as many cells as the heading, 5, was 6; a cell with the separator in it is put in quotes",
            "managers.csv:8: name: it has to be a text of at most 200 characters on one line, was Ed gar",
            "managers.csv:10: numbers: a value is missing");
  }

  @Test
  void names_that_queues_log_stand_after_an_at_sign() {
    read("name,numbers\nAnna Sokolova,101;@Anna Sokolova\n");
    read("number,name\n@sales,Sales\n");

    assertThat(builder.problems()).isEmpty();
    assertThat(main().managers())
        .containsExactlyInAnyOrder(
            new ManagerNumber("101", "Anna Sokolova", null),
            new ManagerNumber("AnnaSokolova", "Anna Sokolova", null));
    assertThat(main().lines()).containsExactly(new Line("sales", "Sales", null));
    read("name,numbers\nBoris Orlov,@;@anonymous\n");
    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:2: numbers: it has to be a telephone number or an extension, was @",
            "managers.csv:2: numbers: it has to be a telephone number or an extension, was @anonymous");
  }

  @Test
  void numbers_have_to_be_numbers() {
    read("name,numbers\nAnna,3.7529E+11\nBoris,Anna; ;anonymous\nClara,\"3,7529E+11\"\nDora,;\n");

    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:2: numbers: a spreadsheet has rounded it, was 3.7529E+11; format the column as text",
            "managers.csv:3: numbers: it has to be a telephone number or an extension, was Anna",
            "managers.csv:3: numbers: it has to be a telephone number or an extension, was anonymous",
            "managers.csv:4: numbers: a spreadsheet has rounded it, was 7529E+11; format the column as text",
            "managers.csv:5: numbers: a value is missing");
  }

  @Test
  void the_heading_tells_what_a_file_is_about() {
    read("Anna,Sales,101\n");
    read("name,number,numbers\n");
    read("name,phone,numbers,name\n");
    read("\n");
    read("number;name\n");

    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:1: the heading has to be name,department,numbers for managers or number,name,department for lines, was Anna,Sales,101",
            "managers.csv:1: the heading has to be name,department,numbers for managers or number,name,department for lines, was name,number,numbers",
            "managers.csv:1: unknown column phone, known are name, department, numbers, from, to, source",
            "managers.csv:1: a column stands once, was name twice",
            "managers.csv: a file has at least one manager or line, was empty",
            "managers.csv: a file has at least one line, was empty");
  }

  @Test
  void a_cell_has_to_close_its_quotes() {
    read("name,numbers\nAnna,101\n\"Boris,102\nClara,103\n");

    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:3: a cell that begins with a quote has to end with one, quotes within it doubled");
  }

  @Test
  void a_file_has_to_be_utf_8() {
    String table = "name;numbers\nAnna;101\nБорис;102\n";
    read(table.getBytes(Charset.forName("windows-1251")));
    read(table.getBytes(UTF_16LE));

    assertThat(builder.problems())
        .containsExactly(
            "managers.csv:3: the file has to be UTF-8, which this line is not; Excel saves it as \"CSV UTF-8\"",
            "managers.csv:1: the file has to be UTF-8, which this line is not; Excel saves it as \"CSV UTF-8\"");
  }

  @Test
  void a_file_is_not_read_beyond_its_largest_size() {
    read(new byte[DirectoryFile.LARGEST + 1]);

    assertThat(builder.problems())
        .containsExactly("managers.csv: a file has at most 5 MiB, was 5242881 bytes");
  }

  private static Map<String, String> regions() {
    Map<String, String> regions = new LinkedHashMap<>();
    regions.put("main", "BY");
    regions.put("warsaw", "PL");
    return regions;
  }

  private void read(String text) {
    read(text.getBytes(UTF_8));
  }

  private void read(byte[] bytes) {
    new DirectoryFile("managers.csv", builder::refuse)
        .read(bytes, entry -> builder.add(entry, List.of("main")));
  }

  private Directory main() {
    assertThat(builder.problems()).isEmpty();
    return builder.directories().getOrDefault("main", new Directory(Set.of(), Set.of()));
  }
}
