package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ManagerReview;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind each figure on the page is what the notes below the report say. */
final class DefinitionsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void figures_of_calls_are_explained_by_the_notes(String language) {
    CallReport report = new SampleDay().report();
    Wording wording = Wording.of(Locale.forLanguageTag(language), CustomerNumbers.SHOWN);
    String notes = text(new FootNotes(report.head(), wording).sections(report));

    assertThat(Definitions.ofTiles(report, wording))
        .hasSameSizeAs(new Tiles(report, wording).tiles())
        .allSatisfy(definition -> assertThat(notes).contains(definition));
    assertThat(notes).contains(Definitions.managersRate(report.head(), wording));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void each_figure_of_a_review_is_explained_by_the_notes_or_by_words_of_its_own(String language) {
    ManagerReview review = SampleReports.review();
    Wording wording = Wording.of(Locale.forLanguageTag(language), CustomerNumbers.SHOWN);
    String notes = text(new FootNotes(review.head(), wording).sections(review));
    List<ReviewRow> rows = ReviewRow.of(review, wording);

    assertThat(rows).allSatisfy(row -> assertThat(row.definition()).isNotBlank());
    assertThat(rows.get(0).definition()).isEqualTo(rows.get(1).definition());
    assertThat(notes).contains(rows.get(0).definition(), Definitions.team(wording));
    assertThat(rows.stream().filter(row -> notes.contains(row.definition())).count())
        .isGreaterThanOrEqualTo(3);
  }

  private static String text(List<Section> sections) {
    return sections.toString();
  }
}
