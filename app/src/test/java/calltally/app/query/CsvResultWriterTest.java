package calltally.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.TextColumn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvResultWriterTest {

  @Test
  void values_are_quoted_as_rfc_4180_requires_and_null_is_an_empty_field() {
    StringBuilder out = new StringBuilder();
    CsvResultWriter csv = new CsvResultWriter(out);

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
}
