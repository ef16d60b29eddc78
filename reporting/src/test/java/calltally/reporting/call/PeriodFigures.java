package calltally.reporting.call;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The figures that the functions of schema analytics return, compared with {@link ExpectedRows}.
 */
final class PeriodFigures {

  private static final List<String> CALL_GROUPS =
      List.of("period", "day", "week", "month", "hour", "weekday_hour", "line", "department");
  private static final List<String> MANAGER_GROUPS =
      List.of("period", "day", "week", "month", "hour");
  private static final List<String> CALLBACK_GROUPS =
      List.of("period", "day", "week", "month", "line", "department");
  private static final List<String> LINES = List.of("SALES", "SUPPORT", "A", "nobody's");
  private static final List<String> DEPARTMENTS = List.of("Sales", "Support", "Service");
  private static final List<String> MANAGERS = List.of("Anna", "Boris", "Vera", "X");

  private final DSLContext sql;
  private final ExpectedRows expected;
  private final Random random;
  private final LocalDate from;
  private final LocalDate until;
  private final Instant at;

  /** Chooses some days of the history, or all of them. */
  PeriodFigures(DSLContext sql, ExpectedRows expected, TestPlace place, Random random) {
    this.sql = sql;
    this.expected = expected;
    this.random = random;
    LocalDate first = LocalDate.ofInstant(place.start(), place.zone());
    from = random.nextInt(3) == 0 ? first.minusDays(100) : first.plusDays(random.nextInt(6));
    until = first.plusDays(6L + random.nextInt(12));
    at =
        random.nextBoolean()
            ? expected.threshold(random)
            : place.start().plusSeconds(1800L * random.nextInt(48 * 20));
  }

  void assertReckoned() {
    for (String per : CALL_GROUPS) {
      assertCallFigures(per, null, null);
    }
    assertCallFigures(pick(CALL_GROUPS), pick(LINES), null);
    assertCallFigures(pick(CALL_GROUPS), null, pick(DEPARTMENTS));
    for (String per : MANAGER_GROUPS) {
      assertManagerFigures(per, null, null);
    }
    assertManagerFigures(pick(MANAGER_GROUPS), pick(MANAGERS), null);
    assertManagerFigures(pick(MANAGER_GROUPS), null, pick(DEPARTMENTS));
    assertCallers(null, null);
    assertCallers(pick(LINES), null);
    assertCallers(null, pick(DEPARTMENTS));
    for (String per : CALLBACK_GROUPS) {
      assertCallbackFigures(per, null, null);
    }
    assertCallbackFigures(pick(CALLBACK_GROUPS), pick(LINES), pick(DEPARTMENTS));
    assertFeed();
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private void assertCallFigures(String per, @Nullable String line, @Nullable String department) {
    ExpectedRowsTest.assertSame(
        rows("analytics.call_figures('main', ?, ?, ?, ?, ?)", from, until, per, line, department),
        period().callFigures(per, line, department));
  }

  private void assertManagerFigures(
      String per, @Nullable String manager, @Nullable String department) {
    ExpectedRowsTest.assertSame(
        rows(
            "analytics.manager_figures('main', ?, ?, ?, ?, ?)",
            from,
            until,
            per,
            manager,
            department),
        period().managerFigures(per, manager, department));
  }

  private void assertCallers(@Nullable String line, @Nullable String department) {
    ExpectedCallers callers = new ExpectedCallers(period());
    ExpectedRowsTest.assertSame(
        rows(
            "analytics.missed_callers('main', ?, ?, ?::timestamptz, ?, ?)",
            from,
            until,
            at.toString(),
            line,
            department),
        callers.missedCallers(at, line, department));
    ExpectedRowsTest.assertSame(
        rows(
            "analytics.waiting_callers('main', ?::timestamptz, ?, ?, ?, ?)",
            at.toString(),
            from,
            until,
            line,
            department),
        callers.waitingCallers(at, line, department));
    ExpectedRowsTest.assertSame(
        rows(
            "analytics.never_reached_callers('main', ?, ?, ?::timestamptz, ?, ?)",
            from,
            until,
            at.toString(),
            line,
            department),
        callers.neverReachedCallers(at, line, department));
  }

  private void assertCallbackFigures(
      String per, @Nullable String line, @Nullable String department) {
    ExpectedRowsTest.assertSame(
        rows(
            "analytics.callback_figures('main', ?, ?, ?::timestamptz, ?, ?, ?)",
            from,
            until,
            at.toString(),
            per,
            line,
            department),
        new ExpectedCallers(period()).callbackFigures(per, at, line, department));
  }

  private void assertFeed() {
    ExpectedRowsTest.assertSame(
        rows("analytics.feed_quality('main', ?, ?, ?::timestamptz)", from, until, at.toString()),
        expected.feed().feed(from, until, at));
  }

  private ExpectedPeriod period() {
    return expected.period(from, until);
  }

  private List<String> rows(String function, @Nullable Object... arguments) {
    return sql.fetch("select * from " + function, arguments).stream()
        .map(
            row ->
                ExpectedText.row(
                    Arrays.stream(row.intoArray()).map(PeriodFigures::plain).toArray()))
        .sorted()
        .toList();
  }

  /** Turns timestamps into instants. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Timestamp time) {
      return time.toInstant();
    }
    return value instanceof OffsetDateTime time ? time.toInstant() : value;
  }
}
