package calltally.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.field.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RowComparisonTest {

  private static final String FIRST =
      "{\"pbx_id\":\"c1\",\"outcome\":\"answered\",\"wait_seconds\":5.50,\"line\":null,"
          + "\"ended_at\":\"2026-11-20T09:00:00+03:00\",\"anomalies\":[\"long_gap\"]}";
  private static final String SECOND = "{\"pbx_id\":\"c2\",\"outcome\":\"missed\"}";

  @Test
  void equal_values_may_be_written_differently() {
    assertThat(
            differences(
                List.of(SECOND, FIRST),
                "{\"pbx_id\":\"c1\",\"wait_seconds\":5.5,\"ended_at\":\"2026-11-20T06:00:00Z\"}",
                "{\"pbx_id\":\"c2\"}"))
        .isEmpty();
  }

  @Test
  void a_wrong_value_is_named_with_the_line_of_its_row() {
    assertThat(
            differences(
                List.of(FIRST, SECOND),
                "{\"pbx_id\":\"c2\",\"outcome\":\"answered\"}",
                "{\"pbx_id\":\"c1\",\"line\":\"1\",\"anomalies\":[]}"))
        .containsExactly(
            "01-call.json:10: call: outcome must be answered (was missed)",
            "01-call.json:11: call: line must be 1 (was null); anomalies must be [] (was [long_gap])");
  }

  @Test
  void a_column_that_does_not_exist_is_named() {
    assertThat(differences(List.of(SECOND), "{\"pbx_id\":\"c2\",\"outcom\":\"missed\"}"))
        .containsExactly(
            "01-call.json:10: call: there is no column outcom (there are outcome, pbx_id)");
  }

  @Test
  void a_row_that_is_missing_or_not_expected_is_named() {
    assertThat(differences(List.of(SECOND), "{\"pbx_id\":\"c3\",\"line\":null}"))
        .containsExactly(
            "01-call.json:10: call missing: pbx_id c3, line null",
            "01-call.json:9: call not expected: pbx_id c2, outcome missed");
  }

  private static List<String> differences(List<String> actual, String... expected) {
    return RowComparison.differences(
        "call",
        new ExpectedRows(
            Path.of("01-call.json"),
            9,
            Stream.of(expected).map(Fields::ofJson).toList(),
            IntStream.range(0, expected.length).map(i -> 10 + i).boxed().toList()),
        actual.stream().map(Fields::ofJson).toList());
  }
}
