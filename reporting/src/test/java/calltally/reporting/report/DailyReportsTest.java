package calltally.reporting.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import calltally.sql.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DailyReportsTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
  private static final String SUPPORT = "+375290000002";

  private final TestDatabase database = TestDatabase.create();
  private final History history = new History(database.owner(), ZoneId.of("Europe/Minsk"));
  private final DailyReports reports = new DailyReports(database.owner());

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void calls_are_summed_over_lines_and_hours() {
    history.received(FRIDAY, 21, 20);
    history.hour(
        "2026-11-20T09:00",
        History.SALES,
        row -> {
          row.setAnswered(6);
          row.setMissed(3);
          row.setMissedNoAnswer(2);
          row.setMissedCallerGaveUp(1);
          row.setShortMissed(1);
          row.setAnsweredInTime(5);
        });
    history.hour(
        "2026-11-20T09:00",
        SUPPORT,
        row -> {
          row.setAnswered(4);
          row.setUnfinished(1);
          row.setAnsweredInTime(3);
        });
    history.hour(
        "2026-11-20T10:00",
        History.SALES,
        row -> {
          row.setAnswered(5);
          row.setMissed(2);
          row.setMissedBusy(2);
          row.setMissedOutsideHours(2);
          row.setAnsweredInTime(4);
        });
    history.hour("2026-11-19T09:00", History.SALES, row -> row.setAnswered(50));

    DailyReport report = friday();

    CallCounts calls = report.totals().calls();
    assertThat(calls).isEqualTo(new CallCounts(21, 15, 5, 1, 1, 12, 2));
    assertThat(calls.answerRate()).isEqualTo(new Rate(15, 20));
    assertThat(calls.serviceLevel()).isEqualTo(new Rate(12, 19));
    assertThat(report.totals().reasons().total()).isEqualTo(calls.missed());
    assertThat(report.totals().reasons().counts()).containsEntry(MissedReason.BUSY, 2);
    assertThat(report.lines())
        .containsExactly(
            new LineDay(
                new Line(History.SALES, "Sales", null),
                "Sales",
                new CallCounts(16, 11, 5, 0, 1, 9, 2)),
            new LineDay(new Line(SUPPORT, null, null), null, new CallCounts(5, 4, 0, 1, 0, 3, 0)));
    assertThat(report.hours()).hasSize(24);
    assertThat(report.hours().get(9).time()).isEqualTo(LocalTime.of(9, 0));
    assertThat(report.hours().get(9).calls().incoming()).isEqualTo(14);
    assertThat(report.hours().get(10).calls().incoming()).isEqualTo(7);
    assertThat(report.hours().get(11).calls()).isEqualTo(CallCounts.NONE);
    assertThat(report.quality().coverage()).isEqualTo(new Rate(20, 21));
  }

  @Test
  void a_managers_own_number_is_his_on_the_date_unless_it_is_named_as_a_line() {
    history.received(FRIDAY, 3, 3);
    history.owner(SUPPORT, "Anna Sokolova", FRIDAY, FRIDAY.plusDays(1));
    history.owner(SUPPORT, "Maria Yudina", FRIDAY.plusDays(1), null);
    history.owner(History.SALES, "Dmitry Kuznetsov", null, null);
    history.hour("2026-11-20T09:00", History.SALES, row -> row.setAnswered(2));
    history.hour("2026-11-20T09:00", SUPPORT, row -> row.setAnswered(1));

    assertThat(friday().lines())
        .extracting(LineDay::line)
        .containsExactly(
            new Line(History.SALES, "Sales", null), new Line(SUPPORT, null, "Anna Sokolova"));
  }

  @Test
  void who_called_a_managers_own_number_waits_with_whose_it_was_on_that_day() {
    history.received(FRIDAY, 3, 3);
    history.owner(SUPPORT, "Anna Sokolova", null, FRIDAY);
    history.owner(SUPPORT, "Maria Yudina", FRIDAY, null);
    history.missedAt(SUPPORT, "2026-11-19T23:59", "+375291110001");
    history.missedAt(SUPPORT, "2026-11-20T00:00", "+375291110002");

    CallbackList list = friday().callbacks();

    assertThat(list.ofPeriod())
        .extracting(WaitingCaller::line)
        .containsExactly(new Line(SUPPORT, null, "Maria Yudina"));
    assertThat(list.ofOtherDays())
        .extracting(WaitingCaller::line)
        .containsExactly(new Line(SUPPORT, null, "Anna Sokolova"));
  }

  @Test
  void an_empty_denominator_gives_no_rate() {
    history.received(FRIDAY, 0, 0);

    CallCounts calls = friday().totals().calls();

    assertThat(calls.answerRate().share()).isEmpty();
    assertThat(calls.serviceLevel().share()).isEmpty();
    assertThat(friday().quality().coverage().share()).isEmpty();
    assertThat(friday().usual()).isNull();
  }

  @Test
  void a_day_without_data_is_told_from_a_day_without_calls() {
    assertThat(friday().quality().hasData()).isFalse();
    assertThat(friday().totals()).isEqualTo(DayTotals.NONE);

    history.received(FRIDAY, 0, 0);

    assertThat(friday().quality().hasData()).isTrue();
  }

  @Test
  void usual_is_the_mean_of_the_last_four_same_weekdays_that_have_data() {
    history.received(FRIDAY, 1, 1);
    fridayWith(1, 8, 2);
    fridayWith(2, 4, 4);
    history.received(FRIDAY.minusWeeks(4), 0, 0);
    fridayWith(5, 100, 100);
    history.received(FRIDAY.minusDays(1), 40, 40);

    Usual usual = requireNonNull(friday().usual());

    assertThat(usual.incoming()).isEqualTo(18 / 3.0);
    assertThat(usual.answerRate()).isCloseTo((0.8 + 0.5) / 2, within(1e-9));
    assertThat(usual.missedCallers()).isEqualTo(2 / 3.0);
    assertThat(usual.waiting()).isEqualTo(1 / 3.0);
  }

  /** So many answered and missed; the first caller waits until a week later, the other not. */
  private void fridayWith(int weeksAgo, int answered, int missed) {
    LocalDate date = FRIDAY.minusWeeks(weeksAgo);
    history.received(date, answered + missed, answered + missed);
    history.hour(
        date + "T10:00",
        History.SALES,
        row -> {
          row.setAnswered(answered);
          row.setMissed(missed);
          row.setMissedUnknown(missed);
        });
    String customer = "+37529000010" + weeksAgo;
    history.missed(
        date + "T10:05",
        customer,
        row -> {
          if (weeksAgo == 1) {
            row.setContactDirection("outgoing");
            row.setContactStartedAt(history.instant(date + "T11:05"));
            row.setContactAt(history.instant(date + "T11:05"));
          }
        });
  }

  @Test
  void the_state_of_a_missed_caller_is_that_of_his_last_missed_call() {
    history.received(FRIDAY, 5, 5);
    history.missed(
        "2026-11-20T10:00",
        "+375291110001",
        row -> {
          row.setContactDirection("outgoing");
          row.setContactStartedAt(history.instant("2026-11-20T11:00"));
          row.setContactAt(history.instant("2026-11-20T11:00"));
        });
    history.missed("2026-11-20T12:00", "+375291110001");
    history.missed(
        "2026-11-20T13:00",
        "+375291110002",
        row -> {
          row.setContactDirection("incoming");
          row.setContactStartedAt(history.instant("2026-11-20T14:00"));
          row.setContactAt(history.instant("2026-11-20T14:00"));
        });
    history.missed("2026-11-20T13:30", null);

    MissedCallers callers = friday().totals().missedCallers();

    assertThat(callers).isEqualTo(new MissedCallers(0, 1, 0, 1, 0, 1));
    assertThat(callers.callers()).isEqualTo(2);
    assertThat(callers.waiting()).isEqualTo(1);
  }

  @Test
  void who_waits_is_listed_most_missed_calls_first_then_oldest_and_other_days_apart() {
    history.received(FRIDAY, 5, 5);
    history.missed("2026-11-20T09:00", "+375291110001");
    history.missed(
        "2026-11-20T15:00",
        "+375291110003",
        row -> {
          row.setFirstTryStartedAt(history.instant("2026-11-20T15:30"));
          row.setFirstTryManager("Anna Sokolova");
        });
    history.missed("2026-11-20T14:00", "+375291110003");
    history.tried("2026-11-20T15:30", "+375291110003");
    history.tried("2026-11-20T16:30", "+375291110003");
    history.missed("2026-11-20T08:00", "+375291110002");
    history.missed("2026-11-18T08:00", "+375291110002");
    history.missed("2026-11-18T09:00", "+375291110004");
    history.missed("2026-11-19T09:00", "+375291110004");
    history.missed("2026-11-21T07:00", "+375291110005");
    history.missed("2026-11-01T09:00", "+375291110006");

    CallbackList list = friday().callbacks();

    assertThat(list.ofPeriod())
        .extracting(WaitingCaller::customer)
        .containsExactly("+375291110003", "+375291110002", "+375291110001");
    assertThat(list.ofPeriod().get(0))
        .isEqualTo(
            new WaitingCaller(
                "+375291110003",
                new Line(History.SALES, "Sales", null),
                2,
                history.instant("2026-11-20T15:00"),
                Duration.ofMillis(31_250),
                MissedReason.NO_ANSWER,
                CallbackState.TRIED,
                2,
                "Anna Sokolova"));
    assertThat(list.ofOtherDays())
        .extracting(WaitingCaller::customer, WaitingCaller::missedCalls)
        .containsExactly(tuple("+375291110004", 2), tuple("+375291110005", 1));
  }

  @Test
  void what_happened_after_the_moment_of_the_report_is_not_seen() {
    history.received(FRIDAY, 1, 1);
    history.missed(
        "2026-11-20T09:00",
        "+375291110001",
        row -> {
          row.setFirstTryStartedAt(history.instant("2026-11-20T12:00"));
          row.setContactDirection("outgoing");
          row.setContactStartedAt(history.instant("2026-11-20T13:00"));
          row.setContactAt(history.instant("2026-11-20T13:00"));
        });
    history.tried("2026-11-20T12:00", "+375291110001");

    assertThat(waitingAt("2026-11-20T11:59")).extracting(WaitingCaller::tries).containsExactly(0);
    assertThat(waitingAt("2026-11-20T12:00"))
        .extracting(WaitingCaller::state)
        .containsExactly(CallbackState.TRIED);
    assertThat(waitingAt("2026-11-20T13:00")).isEmpty();
  }

  private List<WaitingCaller> waitingAt(String localTime) {
    return reports.select("main", FRIDAY, history.instant(localTime)).callbacks().ofPeriod();
  }

  @Test
  void managers_come_with_their_attempts_most_first_and_add_up() {
    history.received(FRIDAY, 5, 5);
    history.manager(
        FRIDAY,
        "Anna Sokolova",
        row -> {
          row.setAttempts(5);
          row.setAnswered(3);
          row.setNoAnswer(1);
          row.setTakenByAnother(1);
          row.setRingMedian(new BigDecimal("7.5"));
          row.setTalkSum(new BigDecimal("3723.000"));
          row.setOutgoing(2);
          row.setCallbacks(1);
        });
    history.manager(
        FRIDAY,
        "Dmitry Kuznetsov",
        row -> {
          row.setAttempts(7);
          row.setCallerGaveUp(7);
          row.setOutgoing(1);
        });

    Managers managers = friday().managers();

    assertThat(managers.managers())
        .containsExactly(
            new ManagerDay(
                "Dmitry Kuznetsov",
                null,
                new AttemptCounts(7, 0, 0, 0, 0, 0, 7, 0),
                null,
                Duration.ZERO,
                1,
                0),
            new ManagerDay(
                "Anna Sokolova",
                null,
                new AttemptCounts(5, 3, 1, 0, 0, 1, 0, 0),
                Duration.ofMillis(7500),
                Duration.ofSeconds(3723),
                2,
                1));
    assertThat(managers.attempts()).isEqualTo(new AttemptCounts(12, 3, 1, 0, 0, 1, 7, 0));
    assertThat(managers.managers().get(0).attempts().answerRate().share()).isEmpty();
    assertThat(managers.outgoing()).isEqualTo(3);
  }

  @Test
  void working_time_is_that_of_the_weekday_and_none_on_a_holiday() {
    assertThat(friday().workingTime()).isNull();

    history.shift(DayOfWeek.FRIDAY, "09:00", "13:00");
    history.shift(DayOfWeek.FRIDAY, "14:00", "18:00");
    history.shift(DayOfWeek.THURSDAY, "22:00", "06:00");

    assertThat(friday().workingTime())
        .isEqualTo(
            new WorkingTime(
                List.of(
                    span("2026-11-20T00:00", "2026-11-20T06:00"),
                    span("2026-11-20T09:00", "2026-11-20T13:00"),
                    span("2026-11-20T14:00", "2026-11-20T18:00"))));

    history.holiday(FRIDAY);

    assertThat(friday().workingTime())
        .isEqualTo(new WorkingTime(List.of(span("2026-11-20T00:00", "2026-11-20T06:00"))));
  }

  private Span span(String from, String until) {
    return new Span(history.instant(from), history.instant(until));
  }

  @Test
  void targets_and_threshold_are_those_of_the_source() {
    history.targets("0.9", "0.8");

    assertThat(friday().targets().answerRate()).isEqualByComparingTo("0.9");
    assertThat(friday().thresholds().serviceLevel()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void the_latest_complete_day_is_before_today_and_has_notifications() {
    history.received(LocalDate.parse("2026-11-18"), 3, 3);
    history.received(FRIDAY, 3, 3);

    assertThat(latestAt("2026-11-20T23:59")).contains(LocalDate.parse("2026-11-18"));
    assertThat(latestAt("2026-11-21T00:00")).contains(FRIDAY);
    assertThat(latestAt("2026-11-18T12:00")).isEmpty();
  }

  private Optional<LocalDate> latestAt(String localTime) {
    return reports.latestCompleteDay("main", history.instant(localTime));
  }

  @Test
  void an_unknown_source_is_refused_by_name() {
    assertThatThrownBy(() -> reports.select("other", FRIDAY, Instant.EPOCH))
        .isInstanceOf(UnknownSourceException.class)
        .hasMessageContaining("was other");
  }

  private DailyReport friday() {
    return reports.select("main", FRIDAY, history.instant("2026-11-21T08:00"));
  }
}
