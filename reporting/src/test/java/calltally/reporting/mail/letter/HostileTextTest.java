package calltally.reporting.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.SampleDay;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Scope;
import calltally.reporting.report.WaitingCaller;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile or careless text stays text, wherever it appears in a letter. */
final class HostileTextTest {

  private static final LetterWriter LETTERS =
      new LetterWriter("Romashka <LLC>", CustomerNumbers.SHOWN);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "${7*7} @if(true) <%-- --%> {0}",
        "</td></table><h1>Paid",
        "--></style><b>"
      })
  void a_name_stays_text_in_every_place(String name) {
    Letter letter = LETTERS.write(day(name, name, null), Locale.ENGLISH, DeliveryNotes.NONE);

    assertThat(ReadHtml.text(letter.html())).contains(name);
    assertThat(letter.text()).contains(name);
    assertThat(letter.html())
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .doesNotContain("<h1>Paid")
        .doesNotContain("Romashka <LLC>");
    assertThat(tagsOf(letter))
        .isEqualTo(
            tagsOf(LETTERS.write(day("Sales", "Sales", null), Locale.ENGLISH, DeliveryNotes.NONE)));
  }

  /** Elements and names of attributes; the same whatever the texts are. */
  private static List<String> tagsOf(Letter letter) {
    return Pattern.compile("<[a-z][^>]*>")
        .matcher(letter.html())
        .results()
        .map(tag -> tag.group().replaceAll("\"[^\"]*\"", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sales\r\nBcc: all@example.com",
        "Sales\nBcc: all@example.com",
        "Sales\rBcc: all@example.com",
        "Sales\u2028Bcc: all@example.com",
        "Sales\u0085Bcc: all@example.com",
        "Sales\u0000\u001B\u202EBcc: all@example.com"
      })
  void a_subject_is_one_line_and_text_cannot_begin_one(String name) {
    Letter letter = LETTERS.write(day(name, name, null), Locale.ENGLISH, DeliveryNotes.NONE);

    assertThat(letter.subject())
        .startsWith("Sales Bcc: all@example.com, 20 Nov: answered")
        .doesNotContainPattern("[\\p{Cc}\u2028\u2029\u202E]");
    assertThat(letter.text().lines().filter(line -> line.startsWith("Bcc"))).isEmpty();
    assertThat(letter.text()).doesNotContainPattern("[\\p{Cc}\u2028\u2029\u202E&&[^\n]]");
  }

  @Test
  void a_long_subject_is_cut_between_characters() {
    String name = "\uD83D\uDCDE".repeat(300);

    Letter letter = LETTERS.write(day(name, "Sales", null), Locale.ENGLISH, DeliveryNotes.NONE);

    assertThat(letter.subject().codePointCount(0, letter.subject().length())).isEqualTo(200);
    assertThat(letter.subject()).endsWith("\uD83D\uDCDE…");
  }

  @Test
  void a_link_leads_only_to_the_stored_address() {
    Letter letter =
        LETTERS.write(
            day("Sales", "Sales", "https://pbx.example.com/a?b=\"c\"&d=<e>"),
            Locale.ENGLISH,
            DeliveryNotes.NONE);

    assertThat(ReadHtml.links(letter.html()))
        .contains("tel:+375291112233", "https://pbx.example.com/a?b=\"c\"&d=<e>");
  }

  @Test
  void masked_numbers_cannot_be_dialled() {
    LetterWriter hiding = new LetterWriter("Romashka LLC", CustomerNumbers.MASKED);

    Letter letter = hiding.write(new SampleDay().report(), Locale.ENGLISH, DeliveryNotes.NONE);

    assertThat(letter.text()).contains("+375 29 •••-••-33").doesNotContain("111-22-33");
    assertThat(letter.html()).doesNotContain("tel:").doesNotContain("111-22-33");
  }

  @Test
  void nothing_is_loaded_from_anywhere() {
    Letter letter =
        LETTERS.write(SampleDay.withCrowd().report(), Locale.ENGLISH, DeliveryNotes.NONE);

    assertThat(letter.html())
        .doesNotContain("src=")
        .doesNotContain("url(")
        .doesNotContain("@import")
        .doesNotContain("<link")
        .hasSizeLessThan(100_000);
  }

  private static CallReport day(String department, String line, @Nullable String recording) {
    SampleDay day = new SampleDay();
    day.scope = new Scope("main", null, department, null);
    day.callbacks =
        new CallbackList(
            List.of(caller("+375291112233", line, recording), caller(line, line, recording)),
            List.of(),
            List.of());
    return day.report();
  }

  private static WaitingCaller caller(String customer, String line, @Nullable String recording) {
    return new WaitingCaller(
        customer,
        new DialledLine("+375290000001", line, null),
        1,
        SampleDay.FRIDAY.start().plus(Duration.ofHours(12)),
        Duration.ofSeconds(20),
        MissedReason.NO_ANSWER,
        List.of(),
        CallbackState.OUTSTANDING,
        0,
        null,
        recording);
  }
}
