package calltally.reporting.render.wording;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class NotationTest {

  private final Notation english = Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN).notation();
  private final Notation russian =
      Wording.of(Locale.forLanguageTag("ru"), CustomerNumbers.SHOWN).notation();

  @Test
  void numbers_follow_the_language() {
    assertThat(english.count(12_345)).isEqualTo("12,345");
    assertThat(russian.count(12_345)).isEqualTo("12\u00A0345");
    assertThat(english.percent(OptionalDouble.of(0.8594))).isEqualTo("85.9\u202F%");
    assertThat(russian.percent(OptionalDouble.of(0.8594))).isEqualTo("85,9\u202F%");
  }

  @Test
  void a_duration_in_a_sentence_has_units() {
    assertThat(english.inWords(Duration.ofHours(3))).isEqualTo("3\u00A0h");
    assertThat(russian.inWords(Duration.ofMinutes(150))).isEqualTo("2\u00A0ч\u00A030\u00A0мин");
    assertThat(english.inWords(Duration.ofSeconds(59 * 60 + 29))).isEqualTo("59\u00A0min");
    assertThat(english.inWords(Duration.ofSeconds(59 * 60 + 30))).isEqualTo("1\u00A0h");
    assertThat(english.inWords(Duration.ofSeconds(60))).isEqualTo("1\u00A0min");
    assertThat(russian.inWords(Duration.ofSeconds(59))).isEqualTo("59\u00A0с");
    assertThat(english.inWords(null)).isEqualTo("—");
  }

  @Test
  void no_value_is_a_dash() {
    assertThat(english.percent(OptionalDouble.empty())).isEqualTo("—");
    assertThat(english.clock(null)).isEqualTo("—");
  }

  @Test
  void a_share_is_rounded_to_0_or_100_percent_only_if_exact() {
    assertThat(english.roundPercent(0.8594)).isEqualTo("86\u202F%");
    assertThat(english.roundPercent(1)).isEqualTo("100\u202F%");
    assertThat(english.roundPercent(0.9951)).isEqualTo("99.5\u202F%");
    assertThat(english.roundPercent(0.9999)).isEqualTo("99.9\u202F%");
    assertThat(english.roundPercent(0.0001)).isEqualTo("0.1\u202F%");
    assertThat(english.roundPercent(0)).isEqualTo("0\u202F%");
    assertThat(english.percent(OptionalDouble.of(1))).isEqualTo("100.0\u202F%");
    assertThat(english.percent(OptionalDouble.of(0.9999))).isEqualTo("99.9\u202F%");
    assertThat(english.percent(OptionalDouble.of(0.0001))).isEqualTo("0.1\u202F%");
    assertThat(english.percent(OptionalDouble.of(0))).isEqualTo("0.0\u202F%");
    assertThat(english.interval(0.95, 0.9973)).isEqualTo("95–99.7\u202F%");
    assertThat(english.interval(0.95, 1.0)).isEqualTo("95–100\u202F%");
  }

  @Test
  void a_change_is_no_part_and_is_rounded_plainly() {
    assertThat(english.change(1.003)).isEqualTo("100\u202F%");
    assertThat(english.change(0.996)).isEqualTo("100\u202F%");
  }

  @Test
  void a_clock_shows_hours_from_one_hour_on() {
    assertThat(english.clock(Duration.ofMillis(59_499))).isEqualTo("0:59");
    assertThat(english.clock(Duration.ofMillis(59_500))).isEqualTo("1:00");
    assertThat(english.clock(Duration.ofSeconds(3599))).isEqualTo("59:59");
    assertThat(english.clock(Duration.ofHours(1))).isEqualTo("1:00:00");
  }

  @Test
  void a_duration_next_to_times_of_day_has_hours() {
    assertThat(english.hours(Duration.ofSeconds(5))).isEqualTo("0:00:05");
    assertThat(english.hours(Duration.ofSeconds(829))).isEqualTo("0:13:49");
    assertThat(english.hours(Duration.ofSeconds(60_749))).isEqualTo("16:52:29");
    assertThat(english.hours(null)).isEqualTo("—");
  }

  @Test
  void whole_seconds_have_no_decimals() {
    assertThat(english.seconds(Duration.ofSeconds(20))).isEqualTo("20");
    assertThat(russian.seconds(Duration.ofMillis(2500))).isEqualTo("2,5");
  }

  @Test
  void dates_follow_the_language_not_the_default_locale() {
    LocalDate friday = LocalDate.parse("2026-11-20");

    assertThat(english.longDate(friday)).isEqualTo("Friday, 20 November 2026");
    assertThat(russian.longDate(friday)).isEqualTo("Пятница, 20 ноября 2026");
  }

  @Test
  void other_languages_fall_back_to_english() {
    assertThat(Wording.of(Locale.GERMAN, CustomerNumbers.SHOWN).locale()).isEqualTo(Locale.ENGLISH);
  }
}
