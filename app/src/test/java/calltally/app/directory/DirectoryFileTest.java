package calltally.app.directory;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.Texts;
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
  void each_manager_has_a_row_with_all_numbers() {
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
  void each_line_has_a_row() {
    read("number,name,department\n+375290000001,Sales,Sales\n375290000002,Support,\n");

    assertThat(main().lines())
        .containsExactlyInAnyOrder(
            new Line("+375290000001", "Sales", "Sales"),
            new Line("+375290000002", "Support", null));
    assertThat(builder.sourcesOf(EntryKind.MANAGER)).isEmpty();
  }

  @Test
  void a_file_saved_by_excel_with_semicolons_is_read() {
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
  void columns_can_have_any_order_and_cells_several_lines() {
    read("numbers, to ,name\n\"101\n102\",2026-11-30,Anna\u00A0Sokolova\n103\n,,Olga\n");

    assertThat(problems())
        .containsExactly(
            "managers.csv:4: name: missing value", "managers.csv:5: numbers: missing value");
    ValidityPeriod until = new ValidityPeriod(null, LocalDate.of(2026, 12, 1));
    assertThat(builder.managersOf("main"))
        .containsExactlyInAnyOrder(
            new ManagerNumber("101", "Anna Sokolova", null, until),
            new ManagerNumber("102", "Anna Sokolova", null, until));
  }

  @Test
  void a_number_can_change_owner_from_one_day_to_the_next() {
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
  void a_number_has_one_owner_a_day_and_a_manager_one_department() {
    read(
        """
        name,department,numbers,from,to
        Anna,Sales,101,,2026-11-01
        Boris,Sales,101;102,2026-11-01,
        Clara,Sales,102;102,2026-01-01,2026-10-31
        Anna,Support,104,2026-11-01,2026-11-02
        """);

    assertThat(problems())
        .containsExactly(
            "managers.csv:3: numbers: a number must belong to one manager a day (101 is Anna's in managers.csv:2)",
            "managers.csv:4: numbers: a number must belong to one manager a day (102 is Clara's in managers.csv:4)",
            "managers.csv:5: department: a manager must have one department a day (was Support, and Sales in managers.csv:2)");
  }

  @Test
  void a_number_can_belong_to_a_manager_and_a_line() {
    read("name,numbers\nAnna,+375290000011\n");
    read("number,name\n+375290000011,Anna's own\n");

    assertThat(main().managers()).hasSize(1);
    assertThat(main().lines()).hasSize(1);
  }

  @Test
  void a_row_can_name_its_source_whose_region_applies_to_its_numbers() {
    read(
        """
        name,numbers,source
        Anna,029 000-00-11,
        Clara,22 000 00 11,warsaw
        Boris,103,nowhere
        """);

    assertThat(problems())
        .containsExactly("managers.csv:4: source: must be the name of a source (was nowhere)");
    assertThat(builder.managersOf("warsaw"))
        .containsExactly(new ManagerNumber("+48220000011", "Clara", null));
    assertThat(builder.managersOf("main"))
        .containsExactly(new ManagerNumber("+375290000011", "Anna", null));
  }

  @Test
  void all_problems_are_reported_with_their_lines() {
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

    assertThat(problems())
        .containsExactly(
            "managers.csv:3: name: missing value",
            "managers.csv:4: from: must be a date, such as 2026-12-25 (was 31.11.2026)",
            "managers.csv:4: to: must be a date, such as 2026-12-25 (was 2026-02-29)",
            "managers.csv:4: numbers: must not be rounded by a spreadsheet (was 3.7529E+11); format the column as text",
            "managers.csv:5: to: must not be before from, 2026-11-02 (was 2026-11-01)",
            "managers.csv:6: from: must be a date, such as 2026-12-25 (was 11/02/2026)",
            "managers.csv:6: numbers: must be a telephone number or an extension (was Anna)",
            "managers.csv:6: numbers: must be a telephone number or an extension (was anonymous)",
            "managers.csv:7: a row must have as many cells as the header, 5 (was 6, the last of them 104); quote a cell that contains the separator",
            "managers.csv:8: name: must be a text of at most 200 characters on one line (was Ed gar)",
            "managers.csv:10: numbers: missing value");
  }

  @Test
  void a_rounded_number_with_a_decimal_comma_is_named_as_a_whole() {
    read(
        "name,department,numbers,from\nAnna,Sales,3,75E+11,\nBoris,,\"101,3,75E+11\",2026-11-01\n");
    read("number,name\n3,75E+11,Sales\n");
    read("name;numbers\nClara;3,75E+11\n");

    assertThat(problems())
        .containsExactly(
            "managers.csv:2: numbers: must not be rounded by a spreadsheet (was 3,75E+11); format the column as text",
            "managers.csv:3: numbers: must not be rounded by a spreadsheet (was 3,75E+11); format the column as text",
            "managers.csv:2: number: must not be rounded by a spreadsheet (was 3,75E+11); format the column as text");
  }

  @Test
  void a_cell_too_many_is_shown() {
    read("name,numbers\nOrlov, Boris,101\n");

    assertThat(problems())
        .containsExactly(
            "managers.csv:2: a row must have as many cells as the header, 2 (was 3, the last of them 101); quote a cell that contains the separator",
            "managers.csv:2: numbers: must be a telephone number or an extension (was Boris)");
  }

  @Test
  void names_from_a_queue_log_begin_with_an_at_sign() {
    read("name,numbers\nAnna Sokolova,101;@Anna Sokolova\n");
    read("number,name\n@sales,Sales\n");

    assertThat(problems()).isEmpty();
    assertThat(main().managers())
        .containsExactlyInAnyOrder(
            new ManagerNumber("101", "Anna Sokolova", null),
            new ManagerNumber("AnnaSokolova", "Anna Sokolova", null));
    assertThat(main().lines()).containsExactly(new Line("sales", "Sales", null));
    read("name,numbers\nBoris Orlov,@;@anonymous\n");
    assertThat(problems())
        .containsExactly(
            "managers.csv:2: numbers: must be a telephone number or an extension (was @)",
            "managers.csv:2: numbers: must be a telephone number or an extension (was @anonymous)");
  }

  @Test
  void texts_and_rounded_numbers_are_refused() {
    read("name,numbers\nAnna,3.7529E+11\nBoris,Anna; ;anonymous\nClara,\"3,7529E+11\"\nDora,;\n");

    assertThat(problems())
        .containsExactly(
            "managers.csv:2: numbers: must not be rounded by a spreadsheet (was 3.7529E+11); format the column as text",
            "managers.csv:3: numbers: must be a telephone number or an extension (was Anna)",
            "managers.csv:3: numbers: must be a telephone number or an extension (was anonymous)",
            "managers.csv:4: numbers: must not be rounded by a spreadsheet (was 3,7529E+11); format the column as text",
            "managers.csv:5: numbers: missing value");
  }

  @Test
  void the_header_determines_the_kind_of_a_file() {
    read("Anna,Sales,101\n");
    read("name,number,numbers\n");
    read("name,phone,numbers,name\n");
    read("\n");
    read("number;name\n");

    assertThat(problems())
        .containsExactly(
            "managers.csv:1: the header must be name,department,numbers for managers or number,name,department for lines (was Anna,Sales,101)",
            "managers.csv:1: the header must be name,department,numbers for managers or number,name,department for lines (was name,number,numbers)",
            "managers.csv:1: unknown column phone; known columns are name, department, numbers, from, to, source",
            "managers.csv:1: each column must be there once (name is there twice)",
            "managers.csv: a file must have at least one manager or line",
            "managers.csv: a file must have at least one line");
  }

  @Test
  void a_cell_must_close_its_quotes() {
    read("name,numbers\nAnna,101\n\"Boris,102\nClara,103\n");

    assertThat(problems())
        .containsExactly(
            "managers.csv:3: a cell that begins with a quote must end with one, and double those inside");
  }

  @Test
  void a_file_must_be_utf_8() {
    String table = "name;numbers\nAnna;101\nБорис;102\n";
    read(table.getBytes(Charset.forName("windows-1251")));
    read(table.getBytes(UTF_16LE));

    assertThat(problems())
        .containsExactly(
            "managers.csv:3: the file must be UTF-8, but this line is not; in Excel, save it as \"CSV UTF-8\"",
            "managers.csv:1: the file must be UTF-8, but this line is not; in Excel, save it as \"CSV UTF-8\"");
  }

  @Test
  void a_file_larger_than_5_mebibytes_is_refused() {
    read(new byte[DirectoryFile.LARGEST + 1]);

    assertThat(problems())
        .containsExactly("managers.csv: a file must not exceed 5 MiB (was 5242881 bytes)");
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
    assertThat(problems()).isEmpty();
    return builder.directories().getOrDefault("main", new Directory(Set.of(), Set.of()));
  }

  private List<String> problems() {
    return builder.problems().stream().map(Texts.ENGLISH::text).toList();
  }
}
