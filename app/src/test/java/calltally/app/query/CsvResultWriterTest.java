package calltally.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.TextColumn;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class CsvResultWriterTest {

  @Test
  void values_are_quoted_as_rfc_4180_requires_and_null_is_an_empty_field() {
    StringBuilder out = new StringBuilder();
    CsvResultWriter csv = CsvResultWriter.guarded(out);

    csv.columns(List.of(new TextColumn("manager", false), new TextColumn("tags", false)));
    csv.row(Arrays.asList("Sokolova, Anna", "said \"yes\"\nand left"));
    csv.row(Arrays.asList("+375290000011", null));
    csv.end();

    assertThat(out)
        .hasToString(
            """
            manager,tags\r
            "Sokolova, Anna","said ""yes""
            and left"\r
            +375290000011,\r
            """);
  }

  @Test
  void texts_that_a_spreadsheet_would_compute_are_guarded_unless_wanted_raw() {
    assertThat(rows(CsvResultWriter::guarded))
        .isEqualTo("-1,'=1+1\r\n-2,'@SUM(A1)\r\n3,+375290000011\r\n,'-2+3\r\n5,'+1+1\r\n");
    assertThat(rows(CsvResultWriter::raw))
        .isEqualTo("-1,=1+1\r\n-2,@SUM(A1)\r\n3,+375290000011\r\n,-2+3\r\n5,+1+1\r\n");
  }

  private static String rows(Function<StringBuilder, CsvResultWriter> writer) {
    StringBuilder out = new StringBuilder();
    CsvResultWriter csv = writer.apply(out);
    csv.columns(List.of(new TextColumn("seconds", true), new TextColumn("tag", false)));
    csv.row(List.of("-1", "=1+1"));
    csv.row(List.of("-2", "@SUM(A1)"));
    csv.row(List.of("3", "+375290000011"));
    csv.row(Arrays.asList(null, "-2+3"));
    csv.row(List.of("5", "+1+1"));
    csv.end();
    return out.substring("seconds,tag\r\n".length());
  }
}
