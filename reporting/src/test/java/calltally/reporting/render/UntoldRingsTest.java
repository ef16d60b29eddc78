package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.TestJournal;
import calltally.reporting.mail.letter.DeliveryNotes;
import calltally.reporting.mail.letter.Letter;
import calltally.reporting.mail.letter.LetterWriter;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of a list that does not say whose phones rang: no figure of theirs is a guess. */
final class UntoldRingsTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Instant LATER = Instant.parse("2026-12-01T06:00:00Z");

  private final TestJournal journal = new TestJournal("Europe/Minsk");

  @BeforeEach
  void receive() {
    journal.receive(
        "1",
        """
        start         | 06:00:00 | +375291112233 | SALES
        rings_unknown | 06:00:00 |               | A
        answer        | 06:00:12 |               | A
        end           | 06:01:12 | +375291112233 | SALES | answer
        """);
    journal.receive(
        "2",
        """
        start         | 06:05:00 | +375291112244 | SALES
        rings_unknown | 06:05:00
        end           | 06:05:40 | +375291112244 | SALES | noanswer
        """);
    journal.receive(
        "3",
        """
        start         | 06:07:00 | +375291112255 | SALES
        rings_unknown | 06:07:00
        wait_unknown  | 06:07:00
        end           | 06:07:00 | +375291112255 | SALES | noanswer
        """);
    journal.receive(
        "4",
        """
        out start | 06:10:00 | A | +375291112244
        out end   | 06:10:30 | A | +375291112244 | noanswer
        """);
    journal.refresh().run();
  }

  @AfterEach
  void drop() {
    journal.close();
  }

  @ParameterizedTest
  @EnumSource
  void every_report_says_that_rings_are_not_told(ReportKind kind) {
    Report report = report(kind);

    for (String language : new String[] {"en", "ru"}) {
      boolean isEnglish = language.equals("en");
      try (Pdf pdf = Pdf.of(report, language, "untold-" + kind)) {
        String text = pdf.text().replaceAll("\\s+", " ");
        assertThat(text)
            .contains(
                isEnglish
                    ? "Whose phones rang is not told for 3 incoming calls"
                    : "Для 3 входящих звонков не сообщено, на чьи телефоны приходили вызовы")
            .contains(
                isEnglish
                    ? "How long the caller waited is not told for 1 call."
                    : "Для 1 звонка не сообщено, сколько ждал клиент.")
            .doesNotContain("Nobody was rung", "Unknown", "Неизвестно", "No rings")
            .doesNotContainPattern("Anna[^.]{0,40}100([.,]0)?.?%");
        assertThat(pdf.faultyTexts()).isEmpty();
      }
      Letter letter =
          new LetterWriter("Romashka LLC", CustomerNumbers.SHOWN)
              .write(report, Locale.forLanguageTag(language), DeliveryNotes.NONE);
      assertThat(letter.text()).contains(isEnglish ? "is not told for 3" : "Для 3 входящих");
      assertThat(letter.html()).contains(isEnglish ? "is not told for 3" : "Для 3 входящих");
      assertThat(letter.text()).doesNotContain("100 %", "100.0 %", "100,0 %");
    }
  }

  @Test
  void a_manager_has_calls_and_no_rings() {
    Report report = report(ReportKind.MANAGER);

    try (Pdf pdf = Pdf.of(report, "en", "untold-manager")) {
      assertThat(pdf.text())
          .contains("Rings are not told, so there is no answer rate; calls answered: 1, placed: 1")
          .contains("Manager’s answer rate not told")
          .contains("Rings not told")
          .contains("Calls placed 1")
          .doesNotContain("How the rings ended");
    }
    Letter letter =
        new LetterWriter("Romashka LLC", CustomerNumbers.SHOWN)
            .write(report, Locale.ENGLISH, DeliveryNotes.NONE);
    assertThat(letter.subject()).endsWith("rings not told, calls answered: 1, placed: 1");
  }

  @Test
  void tables_have_no_zeros_for_what_is_not_told(@TempDir Path folder) throws IOException {
    WrittenReport daily = WrittenReport.of(report(ReportKind.DAILY), folder);

    CSVRecord anna = daily.csv("managers").get(0);
    assertThat(anna.get("attempts")).isEmpty();
    assertThat(anna.get("answerable_calls")).isEmpty();
    assertThat(anna.get("missed_calls")).isEmpty();
    assertThat(anna.get("transfers_in")).isEmpty();
    assertThat(anna.get("answer_rate")).isEmpty();
    assertThat(anna.get("judged")).isEqualTo("untold");
    assertThat(anna.get("calls_answered")).isEqualTo("1");
    CSVRecord summary = daily.csv("summary").get(0);
    assertThat(summary.get("rings_unknown")).isEqualTo("3");
    assertThat(summary.get("wait_unknown")).isEqualTo("1");
    assertThat(WrittenReport.of(report(ReportKind.MANAGER), folder).csv("weeks")).isEmpty();
  }

  @Test
  void known_rings_count_and_the_others_are_named() {
    journal.receive(
        "5",
        """
        start        | 07:00:00 | +375291112266 | SALES
        member start | 07:00:01 |               | A
        answer       | 07:00:05 |               | A
        member end   | 07:01:05 |               | A | answer
        end          | 07:01:05 | +375291112266 | SALES | answer
        """);
    journal.refresh().run();

    try (Pdf pdf = Pdf.of(report(ReportKind.DAILY), "en", "untold-mixed")) {
      assertThat(pdf.text().replaceAll("\\s+", " "))
          .contains("Whose phones rang is not told for 3 incoming calls")
          .contains("Rings 1 = answered 1")
          .contains("Answered calls 2 = with a known manager 2 + others 0.");
    }
  }

  private Report report(ReportKind kind) {
    ReportRequest request = ReportRequest.of(kind, "main", FRIDAY, LATER);
    return new Reports(journal.owner())
        .select(
            kind == ReportKind.MANAGER
                ? request.with(ReportFilter.NONE.ofManager("Anna"))
                : request);
  }
}
