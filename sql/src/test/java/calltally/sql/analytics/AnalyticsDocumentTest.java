package calltally.sql.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.GoldenText;
import calltally.sql.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation matches the comments in the database and the cookbook. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnalyticsDocumentTest {

  private static final Cookbook COOKBOOK = Cookbook.open();

  private final TestDatabase database = TestDatabase.create();
  private final List<AnalyticsObject> objects = new SelectAnalyticsObjects(database.owner()).all();

  @AfterAll
  void drop() {
    database.close();
  }

  static List<CookbookQuestion> questions() {
    return COOKBOOK.questions();
  }

  @Test
  void the_document_is_generated_from_the_comments() {
    GoldenText.assertSame(
        Path.of("..", "docs", "sql.md"), new AnalyticsDocument(objects, COOKBOOK).text());
  }

  @Test
  void the_cookbook_lists_its_questions() {
    GoldenText.assertSame(Path.of("cookbook", "README.md"), AnalyticsDocument.listOf(COOKBOOK));
  }

  @Test
  void every_view_and_function_has_a_meaning_columns_and_a_question() {
    assertThat(objects)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            object -> {
              assertThat(object.meaning()).isNotEmpty();
              assertThat(object.columns().isEmpty()).isEqualTo(!object.type().isEmpty());
              assertThat(COOKBOOK.about(object.name())).as(object.name()).isNotEmpty();
            });
    assertThat(objects)
        .flatExtracting(AnalyticsObject::columns)
        .allSatisfy(column -> assertThat(column.meaning()).as(column.name()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_file_begins_with_its_question_and_then_its_parameters(CookbookQuestion question) {
    assertThat(question.question()).endsWith("?");
    assertThat(question.remark()).endsWith(".");
    assertThat(question.text())
        .containsOnlyOnce("\nwith parameters as (\n    select\n        'main' as source,\n")
        .endsWith(";\n")
        .doesNotContain("\t", "select *")
        .isEqualTo(question.with("source", "main").text());
  }

  @Test
  void a_question_can_be_asked_about_another_period() {
    CookbookQuestion question = COOKBOOK.question("who-let-it-ring").orElseThrow();

    assertThat(question.with("from_date", "2026-10-01").text())
        .contains("        date '2026-10-01' as from_date,\n")
        .doesNotContain("current_date - 28");
    assertThat(question.with("source", "Anna's").text()).contains("        'Anna''s' as source,\n");
    assertThat(question.with("until_date", "2026-10-01 18:00+03").text())
        .contains("        timestamptz '2026-10-01 18:00+03' as until_date\n");
    assertThat(question.with("until_date", "18").text()).contains("        18 as until_date\n");
    assertThatThrownBy(() -> question.with("line", "x"))
        .hasMessage(
            "cannot use --set: a parameter of who-let-it-ring must be one of source, from_date,"
                + " until_date (was line)");
    assertThatThrownBy(() -> question.with("from_date", "yesterday"))
        .hasMessage(
            "cannot use --set: from_date must be a date such as 2026-10-01 (was yesterday)");
    assertThatThrownBy(() -> question.with("rings", "1")).hasMessageContaining("(was rings)");
  }
}
