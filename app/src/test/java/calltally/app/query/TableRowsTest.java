package calltally.app.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TableRowsTest {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("manager", false), new Column("answered", true), new Column("tags", false));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  @Test
  void texts_stand_left_and_numbers_right() {
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
  void a_table_as_wide_as_the_terminal_is_whole() {
    assertThat(table(OptionalInt.of(29), List.of(row("Olga Tsareva", "112", "{vip}"))))
        .contains("Olga Tsareva       112  {vip}\n");
  }

  @Test
  void a_wider_table_has_its_widest_texts_cut_and_its_numbers_whole() {
    assertThat(table(OptionalInt.of(28), List.of(row("Olga Tsareva", "1234567890", "{vip,new}"))))
        .isEqualTo(
            """
            manager    answered  tags
            ───────  ──────────  ───────
            Olga T…  1234567890  {vip,n…
            (1 row)
            """);
  }

  @Test
  void what_a_stranger_sent_does_not_steer_the_terminal() {
    assertThat(table(OptionalInt.empty(), List.of(row("a\u001b[2Jb\nc\u009b", "1", ""))))
        .contains("\na [2Jb c          1\n")
        .doesNotContain("\u001b", "\u009b");
  }

  @Test
  void an_empty_answer_shows_its_columns() {
    assertThat(table(OptionalInt.of(80), List.of()))
        .isEqualTo(
            """
            manager  answered  tags
            ───────  ────────  ────
            (0 rows)
            """);
  }

  private String table(OptionalInt width, List<List<@Nullable String>> rows) {
    TableRows table = new TableRows(out, width);
    table.columns(COLUMNS);
    rows.forEach(table::row);
    table.end();
    return bytes.toString(UTF_8);
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }
}
