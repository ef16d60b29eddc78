package calltally.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DataQuality.Untold;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportedFigures;
import calltally.reporting.report.Scope;
import calltally.reporting.report.WaitingCaller;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import calltally.web.http.PageTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the page writes who waits, on a Friday at 14:32 in Minsk. */
final class WaitingRowsTest {

  private static final String CUSTOMER = "+375291110001";
  private static final Instant NOW = Instant.parse("2026-11-20T11:32:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private static WaitingRows rows(
      Duration callbackWindow, CustomerNumbers numbers, Set<String> overdue) {
    Thresholds usual = Thresholds.DEFAULT;
    ReportHead head =
        new ReportHead(
            ReportKind.DAILY,
            Scope.of("main"),
            Period.of(LocalDate.parse("2026-11-20"), ZoneId.of("Europe/Minsk")),
            NOW,
            Targets.NONE,
            new Thresholds(
                usual.serviceLevel(),
                usual.shortCall(),
                usual.fairRing(),
                usual.leastContact(),
                callbackWindow),
            new DataQuality(
                2, 0, 0, 0, 1, 1, 0, Untold.NOTHING, List.of(), List.of(), 1, List.of(), null),
            ReportedFigures.NONE,
            null);
    return new WaitingRows(
        head, overdue, Wording.of(Locale.ENGLISH, numbers), PageTexts.in(Locale.ENGLISH));
  }

  private static WaitingRows rows(Duration callbackWindow) {
    return rows(callbackWindow, CustomerNumbers.SHOWN, Set.of());
  }

  private static WaitingCaller caller(String number, Duration waits, int tries) {
    return new WaitingCaller(
        number,
        new DialledLine("+375290000001", "Sales", null),
        2,
        NOW.minus(waits),
        null,
        MissedReason.NO_ANSWER,
        List.of(),
        tries == 0 ? CallbackState.OUTSTANDING : CallbackState.TRIED,
        tries,
        tries == 0 ? null : "Boris",
        null);
  }

  private static WaitingRow row(Duration callbackWindow, Duration waits) {
    return rows(callbackWindow).ofPeriod(caller(CUSTOMER, waits, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5M,     0 s",
    "PT59.999S, 0 s",
    "PT60S,     1 min",
    "PT31M59S,  31 min",
    "PT59M59S,  59 min",
    "PT1H,      1 h",
    "PT23H59M,  23 h 59 min",
    "PT24H,     1 d 0 h",
    "PT49H59M,  2 d 1 h"
  })
  void how_long_a_customer_waits_changes_once_a_minute_and_later_once_an_hour(
      Duration waits, String words) {
    assertThat(row(WEEK, waits).waits().replace('\u00A0', ' ')).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "P7D,   PT143H59M59.999S, ''",
    "P7D,   PT144H,           < 24 h left",
    "PT25H, PT59M59.999S,     ''",
    "PT25H, PT1H,             < 24 h left",
    "P1D,   PT23H59M,         ''",
    "PT4H,  PT3H59M,          ''"
  })
  void the_last_day_of_a_wait_is_marked_where_a_customer_may_wait_longer_than_a_day(
      Duration callbackWindow, Duration waits, String mark) {
    assertThat(row(callbackWindow, waits).mark()).isEqualTo(mark);
  }

  @Test
  void an_overdue_customer_is_marked_too_and_no_other() {
    WaitingRows rows = rows(WEEK, CustomerNumbers.SHOWN, Set.of(CUSTOMER));

    assertThat(rows.ofPeriod(caller(CUSTOMER, Duration.ofHours(1), 0)).mark()).isEqualTo("overdue");
    assertThat(rows.ofOtherDay(caller(CUSTOMER, Duration.ofDays(6), 0)).mark())
        .isEqualTo("overdue, < 24 h left");
    assertThat(rows.ofPeriod(caller("+375291110002", Duration.ofHours(1), 0)).mark()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T11:01:00Z,     14:01",
    "2026-11-19T21:00:00Z,     00:00",
    "2026-11-19T20:59:59.999Z, 19 Nov 23:59"
  })
  void the_last_missed_call_has_its_date_where_that_is_not_the_pages(Instant at, String moment) {
    assertThat(row(WEEK, Duration.between(at, NOW)).lastAt()).isEqualTo(moment);
  }

  @Test
  void who_has_tried_is_named_and_callers_of_other_days_have_a_heading() {
    WaitingRow untried = row(WEEK, Duration.ofHours(1));
    WaitingRow tried = rows(WEEK).ofOtherDay(caller(CUSTOMER, Duration.ofDays(1), 3));

    assertThat(List.of(untried.part(), untried.tries(), untried.triedBy()))
        .containsExactly("", "—", "");
    assertThat(List.of(tried.part(), tried.tries(), tried.triedBy()))
        .containsExactly("Missed on other days", "3", "Boris");
  }

  @ParameterizedTest
  @CsvSource({
    "+375291110001, SHOWN,  +375 29 111-00-01, tel:+375291110001",
    "+375291110001, MASKED, +375 29 •••-••-01,",
    "101,           SHOWN,  101,"
  })
  void a_number_is_dialled_by_a_tap_where_it_is_one_and_shown(
      String customer, CustomerNumbers numbers, String number, @Nullable String tel) {
    WaitingRow row =
        rows(WEEK, numbers, Set.of()).ofPeriod(caller(customer, Duration.ofHours(1), 0));

    assertThat(row.number()).isEqualTo(number);
    assertThat(row.tel()).isEqualTo(tel);
    assertThat(row.linked("/customer/1").toString()).doesNotContain("customer=" + customer);
  }
}
