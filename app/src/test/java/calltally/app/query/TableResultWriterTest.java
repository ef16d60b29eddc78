package calltally.app.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.TextColumn;
import calltally.app.terminal.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TableResultWriterTest {

  private static final List<TextColumn> COLUMNS =
      List.of(
          new TextColumn("manager", false),
          new TextColumn("answered", true),
          new TextColumn("tags", false));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @Test
  void texts_are_aligned_left_and_numbers_right() {
    List<List<@Nullable String>> rows =
        List.of(row("Анна Соколова", "7", "{vip}"), row("Olga Tsareva", "112", null));

    assertThat(table(OptionalInt.empty(), rows))
        .isEqualTo(
            """
            manager        answered  tags
            ─────────────  ────────  ─────
            Анна Соколова         7  {vip}
            Olga Tsareva        112
            (2 rows)
            """);
  }

  @Test
  void a_table_as_wide_as_the_terminal_is_not_cut() {
    assertThat(table(OptionalInt.of(29), List.of(row("Olga Tsareva", "112", "{vip}"))))
        .contains("Olga Tsareva       112  {vip}\n");
  }

  @Test
  void in_a_wider_table_the_widest_texts_are_cut_but_no_numbers() {
    assertThat(
            table(
                OptionalInt.of(38),
                List.of(row("Olga Tsareva of Sales", "1234567890", "{vip,new,again}"))))
        .isEqualTo(
            """
            manager         answered  tags
            ────────────  ──────────  ────────────
            Olga Tsarev…  1234567890  {vip,new,ag…
            (1 row)
            """);
  }

  @Test
  void on_a_narrow_terminal_each_row_is_a_record_and_nothing_is_cut() {
    assertThat(
            table(
                OptionalInt.of(37),
                List.of(
                    row("Olga Tsareva of Sales and of Support", "1234567890", "{vip,new,again}"),
                    row("Anna Sokolova", "7", null))))
        .isEqualTo(
            """
            ─ row 1 ─────────────────────────────
            manager   Olga Tsareva of Sales and
                      of Support
            answered  1234567890
            tags      {vip,new,again}
            ─ row 2 ─────────────────────────────
            manager   Anna Sokolova
            answered  7
            tags
            (2 rows)
            """);
  }

  @Test
  void control_characters_in_data_do_not_reach_the_terminal() {
    assertThat(table(OptionalInt.empty(), List.of(row("a\u001b[2Jb\nc\u009b", "1", ""))))
        .contains("\na [2Jb c          1\n")
        .doesNotContain("\u001b", "\u009b");
  }

  @Test
  void an_empty_result_shows_its_columns() {
    assertThat(table(OptionalInt.of(80), List.of()))
        .isEqualTo(
            """
            manager  answered  tags
            ───────  ────────  ────
            (0 rows)
            """);
  }

  private String table(OptionalInt width, List<List<@Nullable String>> rows) {
    TableResultWriter table = new TableResultWriter(out, width, Texts.ENGLISH);
    table.columns(COLUMNS);
    rows.forEach(table::row);
    table.end();
    return bytes.toString(UTF_8);
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }
}
