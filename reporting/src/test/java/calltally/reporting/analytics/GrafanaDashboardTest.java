package calltally.reporting.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The queries of docs/grafana, run as the analyst with Grafana's macros expanded. */
final class GrafanaDashboardTest {

  private static final File DASHBOARD = new File("../docs/grafana/calltally.json");
  private static final String FROM = "'2026-10-19T00:00:00+03:00'";
  private static final String TO = "'2026-11-01T23:59:59+03:00'";

  @Test
  void every_panel_and_every_variable_has_an_answer() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD);
    List<String> queries =
        Stream.concat(
                dashboard.findValues("rawSql").stream(),
                StreamSupport.stream(dashboard.at("/templating/list").spliterator(), false)
                    .map(choice -> choice.path("query")))
            .map(JsonNode::asText)
            .toList();
    assertThat(queries).hasSize(dashboard.path("panels").size() + 2).hasSizeGreaterThan(12);

    for (String query : queries) {
      String expanded = expanded(query);
      assertThat(expanded).doesNotContain("$");
      assertThat(GeneratedCompany.shared().answer(expanded).getValues(0))
          .as(expanded)
          .isNotEmpty()
          .doesNotContainNull();
    }
  }

  private static String expanded(String query) {
    return query
        .replaceAll("\\$__timeFilter\\((\\w+)\\)", "$1 BETWEEN " + FROM + " AND " + TO)
        .replaceAll(
            "\\$__timeGroupAlias\\((\\w+), \\$__interval\\)",
            "floor(extract(epoch from $1)/3600)*3600 AS \"time\"")
        .replace("$__timeFrom()", FROM)
        .replace("$__timeTo()", TO)
        .replace("${source:sqlstring}", "'main'")
        .replace("${line:sqlstring}", "'+375290000001','+375290000002'");
  }
}
