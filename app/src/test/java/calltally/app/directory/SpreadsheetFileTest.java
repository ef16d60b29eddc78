package calltally.app.directory;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.Texts;
import calltally.sql.settings.ManagerNumber;
import calltally.sql.settings.ValidityPeriod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directory files as Excel and other spreadsheets write them. */
final class SpreadsheetFileTest {

  private static final String TABLE = "name;numbers\nАнна;101\nБорис;102\n";

  private final DirectoryBuilder builder = new DirectoryBuilder(Map.of("main", "BY"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        TABLE,
        "sep=;\n" + TABLE,
        "\"sep=;\"\n" + TABLE,
        "name\tnumbers\nАнна\t101\nБорис\t102\n",
        "sep=|\nname|numbers\nАнна|101\nБорис|102\n",
        "Managers of Romashka, as of 1 November;\n;\n" + TABLE,
        "\"Managers; all of them\";\n\n\"Name\";\"Numbers\"\nАнна;101\nБорис;102\n"
      })
  void separators_titles_line_ends_and_encodings_of_spreadsheets_are_read(String table) {
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      String text = table.replace("\n", lineEnd);

      assertRead(text.getBytes(UTF_8));
      assertRead(("\uFEFF" + text).getBytes(UTF_8));
      assertRead(("\uFEFF" + text).getBytes(UTF_16LE));
      assertRead(text.getBytes(UTF_16));
    }
  }

  private static void assertRead(byte[] bytes) {
    DirectoryBuilder fresh = new DirectoryBuilder(Map.of("main", "BY"));
    read("managers.csv", bytes, fresh);

    assertThat(problems(fresh)).isEmpty();
    assertThat(fresh.managersOf("main"))
        .containsExactlyInAnyOrder(
            new ManagerNumber("101", "Анна", null), new ManagerNumber("102", "Борис", null));
  }

  @Test
  void lines_are_counted_from_the_beginning_of_the_file() {
    read("managers.csv", "sep=;\rManagers\r\rname;numbers\rАнна;x\r".getBytes(UTF_8), builder);

    assertThat(problems(builder))
        .containsExactly(
            "managers.csv:5: numbers: must be a telephone number or an extension (was x)");
  }

  @Test
  void a_workbook_is_read_with_numbers_and_dates_as_excel_stores_them() throws IOException {
    read(
        "managers.xlsx",
        workbook(
            sheet -> {
              sheet.value(0, 0, "Our managers");
              row(sheet, 2, "Name", "Department", "Numbers", "From");
              row(sheet, 3, "Анна", "Продажи", 101, LocalDate.of(2026, 11, 2));
              sheet.style(3, 3).format("dd.mm.yyyy").set();
              row(sheet, 4, "Борис", null, 375291112233L);
              row(sheet, 5, "Вера", null, "103; +375 29 111-22-34");
            }),
        builder);

    assertThat(problems(builder)).isEmpty();
    assertThat(builder.managersOf("main"))
        .containsExactlyInAnyOrder(
            new ManagerNumber(
                "101", "Анна", "Продажи", new ValidityPeriod(LocalDate.of(2026, 11, 2), null)),
            new ManagerNumber("+375291112233", "Борис", null),
            new ManagerNumber("103", "Вера", null),
            new ManagerNumber("+375291112234", "Вера", null));
  }

  @Test
  void a_problem_of_a_workbook_has_the_row_that_excel_shows() throws IOException {
    read(
        "managers.xlsx",
        workbook(
            sheet -> {
              row(sheet, 1, "name", "numbers");
              row(sheet, 4, "Anna", "101-102");
            }),
        builder);

    assertThat(problems(builder))
        .containsExactly(
            "managers.xlsx:5: numbers: must be single numbers: write 101;102 (was 101-102)");
  }

  @Test
  void what_is_no_readable_workbook_is_refused_with_what_to_save() throws IOException {
    byte[] whole = workbook(sheet -> row(sheet, 0, "name", "numbers"));
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0
    };
    read("empty.xlsx", whole, builder);
    read("cut.xlsx", Arrays.copyOf(whole, whole.length / 2), builder);
    read("other.xlsx", zip("mimetype", 10), builder);
    read("bomb.xlsx", zip("xl/workbook.xml", 51 << 20), builder);
    read("old.xls", old, builder);

    String damaged =
        "the file is not a readable Excel workbook; in Excel, save it again as .xlsx, or as \"CSV UTF-8\"";
    assertThat(problems(builder))
        .containsExactly(
            "empty.xlsx: a file must have at least one manager",
            "cut.xlsx: " + damaged,
            "other.xlsx: " + damaged,
            "bomb.xlsx: the workbook must not exceed 50 MiB unpacked; copy the rows into a new one",
            "old.xls: this is a workbook of an old version of Excel, or one with a password; in Excel, save it as .xlsx without a password, or as \"CSV UTF-8\"");
  }

  private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Excel", "16.0")) {
      content.accept(workbook.newWorksheet("Sheet1"));
    }
    return bytes.toByteArray();
  }

  private static void row(Worksheet sheet, int row, @Nullable Object... values) {
    for (int column = 0; column < values.length; column++) {
      if (values[column] instanceof Number number) {
        sheet.value(row, column, number);
      } else if (values[column] instanceof LocalDate date) {
        sheet.value(row, column, date);
      } else if (values[column] != null) {
        sheet.value(row, column, String.valueOf(values[column]));
      }
    }
  }

  private static byte[] zip(String name, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(new byte[size]);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void read(String file, byte[] bytes, DirectoryBuilder builder) {
    new DirectoryFile(file, builder::refuse)
        .read(bytes, entry -> builder.add(entry, List.of("main")));
  }

  private static List<String> problems(DirectoryBuilder builder) {
    return builder.problems().stream().map(Texts.ENGLISH::text).toList();
  }
}
