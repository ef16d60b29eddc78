package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.ReachedCallers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands next to figures and below them, so that they are read as they are meant. */
final class NotesTest {

  /** Of 511 callers 353 were reached and 185 wait: some are in both counts. */
  @ParameterizedTest
  @CsvSource({"353, at least 27 of those reached were missed again", "327, at least 1 of those"})
  void callers_who_were_reached_and_missed_again_are_named(int reached, String words) {
    assertThat(note(reached)).contains("Of all 511 missed callers", words);
  }

  @Test
  void nothing_is_said_of_callers_missed_again_where_there_are_none() {
    assertThat(note(326)).doesNotContain("again");
    assertThat(note(300)).doesNotContain("again");
  }

  private static String note(int reached) {
    MissedCallers missed =
        new MissedCallers(
            171, 155, 11, 174, 0, 0, new ReachedCallers(9, 9, 9, reached, Duration.ofMinutes(20)));
    List<Section> sections =
        ReachedRow.section(new SampleDay().report().head(), missed, SampleDay.english());
    Map<String, String> values = sections.get(0).values();
    return values.getOrDefault("note", "");
  }

  /** Wherever the pages break, the line on the report itself stands below other notes. */
  @ParameterizedTest
  @ValueSource(ints = {20, 22, 24, 26, 28, 30, 32, 34, 36, 38})
  void the_last_page_holds_more_than_the_last_note(int calls) {
    try (Pdf pdf = Pdf.of(SampleReports.missed(calls), "en", "notes-" + calls)) {
      assertThat(pdf.text(pdf.pages())).contains("Call-backs As of", "Report Calltally");
    }
  }
}
