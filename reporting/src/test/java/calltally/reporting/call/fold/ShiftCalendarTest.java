package calltally.reporting.call.fold;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.ShiftCalendar.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ShiftCalendarTest {

  private static final String HOTLINE = "HOTLINE";
  private static final LocalDate THURSDAY_19TH = LocalDate.of(2026, 11, 19);

  private ShiftCalendar hours = ShiftCalendar.NOT_CONFIGURED;

  @Test
  void without_configured_hours_nothing_is_known() {
    assertThat(sales("2026-11-19T12:00:00")).isNull();
  }

  @Test
  void a_shift_includes_its_start_and_excludes_its_end() {
    hours = source(shift(THURSDAY, "09:00", "13:00"), shift(THURSDAY, "14:00", "18:00"));

    assertThat(sales("2026-11-19T08:59:59.999")).isFalse();
    assertThat(sales("2026-11-19T09:00:00")).isTrue();
    assertThat(sales("2026-11-19T12:59:59.999")).isTrue();
    assertThat(sales("2026-11-19T13:00:00")).isFalse();
    assertThat(sales("2026-11-19T13:59:59.999")).isFalse();
    assertThat(sales("2026-11-19T14:00:00")).isTrue();
    assertThat(sales("2026-11-19T17:59:59.999")).isTrue();
    assertThat(sales("2026-11-19T18:00:00")).isFalse();
    assertThat(sales("2026-11-20T10:00:00")).isFalse();
  }

  @Test
  void a_shift_past_midnight_belongs_to_the_day_it_starts_on() {
    hours = source(shift(THURSDAY, "22:00", "02:00"));

    assertThat(sales("2026-11-19T21:59:59.999")).isFalse();
    assertThat(sales("2026-11-19T22:00:00")).isTrue();
    assertThat(sales("2026-11-20T00:00:00")).isTrue();
    assertThat(sales("2026-11-20T01:59:59.999")).isTrue();
    assertThat(sales("2026-11-20T02:00:00")).isFalse();
    assertThat(sales("2026-11-19T01:00:00")).isFalse();
  }

  @Test
  void a_shift_of_sunday_reaches_into_monday() {
    hours = source(shift(SUNDAY, "20:00", "04:00"));

    assertThat(sales("2026-11-23T03:59:59.999")).isTrue();
    assertThat(sales("2026-11-22T03:59:59.999")).isFalse();
  }

  @Test
  void a_shift_that_ends_at_midnight_ends_with_its_day_and_one_of_24_hours_fills_it() {
    hours = source(shift(THURSDAY, "18:00", "00:00"), shift(FRIDAY, "00:00", "00:00"));

    assertThat(sales("2026-11-19T23:59:59.999")).isTrue();
    assertThat(sales("2026-11-20T00:00:00")).isTrue();
    assertThat(sales("2026-11-20T23:59:59.999")).isTrue();
    assertThat(sales("2026-11-21T00:00:00")).isFalse();
  }

  @Test
  void a_holiday_cancels_the_shifts_that_start_on_it_and_not_the_one_from_the_day_before() {
    List<Shift> nights =
        List.of(
            shift(DayOfWeek.WEDNESDAY, "22:00", "02:00"),
            shift(THURSDAY, "09:00", "18:00"),
            shift(THURSDAY, "22:00", "02:00"));
    hours = new ShiftCalendar(nights, Set.of(THURSDAY_19TH), Map.of());

    assertThat(sales("2026-11-19T01:59:59.999")).isTrue();
    assertThat(sales("2026-11-19T10:00:00")).isFalse();
    assertThat(sales("2026-11-19T22:00:00")).isFalse();
    assertThat(sales("2026-11-20T01:00:00")).isFalse();
  }

  @Test
  void a_line_with_hours_of_its_own_ignores_those_of_the_source() {
    hours =
        new ShiftCalendar(
            List.of(shift(THURSDAY, "09:00", "18:00")),
            Set.of(),
            Map.of(HOTLINE, List.of(shift(SATURDAY, "10:00", "15:00"))));

    assertThat(sales("2026-11-19T10:00:00")).isTrue();
    assertThat(at(HOTLINE, "2026-11-19T10:00:00")).isFalse();
    assertThat(at(HOTLINE, "2026-11-21T10:00:00")).isTrue();
    assertThat(sales("2026-11-21T10:00:00")).isFalse();
    assertThat(at(null, "2026-11-19T10:00:00")).isTrue();
  }

  @Test
  void a_line_may_have_hours_where_the_source_has_none() {
    hours =
        new ShiftCalendar(
            List.of(), Set.of(), Map.of(HOTLINE, List.of(shift(MONDAY, "10:00", "15:00"))));

    assertThat(at(HOTLINE, "2026-11-19T10:00:00")).isFalse();
    assertThat(sales("2026-11-19T10:00:00")).isNull();
  }

  @Test
  void holidays_of_the_source_apply_to_its_lines() {
    hours =
        new ShiftCalendar(
            List.of(),
            Set.of(THURSDAY_19TH),
            Map.of(HOTLINE, List.of(shift(THURSDAY, "00:00", "00:00"))));

    assertThat(at(HOTLINE, "2026-11-19T10:00:00")).isFalse();
    assertThat(at(HOTLINE, "2026-11-26T10:00:00")).isTrue();
  }

  /** The clock goes back at 03:00 on 25 October: 02:30 comes twice, and counts both times. */
  @Test
  void on_a_day_of_25_hours_the_local_time_decides() {
    hours = source(shift(SATURDAY, "22:00", "02:30"), shift(SUNDAY, "09:00", "18:00"));

    assertThat(warsaw("2026-10-25T00:29:59.999Z")).isTrue();
    assertThat(warsaw("2026-10-25T00:30:00Z")).isFalse();
    assertThat(warsaw("2026-10-25T01:00:00Z")).isTrue();
    assertThat(warsaw("2026-10-25T01:30:00Z")).isFalse();
    assertThat(warsaw("2026-10-25T07:59:59.999Z")).isFalse();
    assertThat(warsaw("2026-10-25T08:00:00Z")).isTrue();
    assertThat(warsaw("2026-10-25T17:00:00Z")).isFalse();
  }

  /**
   * The clock goes from 02:00 to 03:00 on 29 March: a shift that ends at 02:30 ends at the change.
   */
  @Test
  void on_a_day_of_23_hours_the_local_time_decides() {
    hours = source(shift(SATURDAY, "22:00", "02:30"), shift(SUNDAY, "09:00", "18:00"));

    assertThat(warsaw("2026-03-29T00:59:59.999Z")).isTrue();
    assertThat(warsaw("2026-03-29T01:00:00Z")).isFalse();
    assertThat(warsaw("2026-03-29T07:00:00Z")).isTrue();
    assertThat(warsaw("2026-03-29T15:59:59.999Z")).isTrue();
    assertThat(warsaw("2026-03-29T16:00:00Z")).isFalse();
  }

  /** Compares minute by minute with shifts laid out on the calendar, and right at their ends. */
  @Property(tries = 200)
  void a_time_is_covered_when_a_shift_laid_out_on_the_calendar_has_it(@ForAll Random random) {
    List<Shift> shifts = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      shifts.add(new Shift(DayOfWeek.of(1 + random.nextInt(7)), time(random), time(random)));
    }
    LocalDate monday = LocalDate.of(2026, 11, 16);
    LocalDate holiday = monday.plusDays(random.nextInt(10));
    hours = new ShiftCalendar(shifts, Set.of(holiday), Map.of());

    for (Shift shift : shifts) {
      LocalDateTime edge =
          monday
              .plusDays(shift.weekday().getValue() - 1L + 7L * random.nextInt(2))
              .atTime(random.nextBoolean() ? shift.from() : shift.to());
      for (long nanos : new long[] {-1_000_000, 0, 1_000_000}) {
        LocalDateTime moment = edge.plusNanos(nanos);
        assertThat(hours.cover("SALES", moment))
            .describedAs("%s in %s", moment, hours)
            .isEqualTo(isLaidOut(moment, shifts, holiday));
      }
    }
  }

  private static boolean isLaidOut(LocalDateTime moment, List<Shift> shifts, LocalDate holiday) {
    for (LocalDate day = LocalDate.of(2026, 11, 14);
        day.isBefore(LocalDate.of(2026, 12, 3));
        day = day.plusDays(1)) {
      for (Shift shift : shifts) {
        int length = shift.to().toSecondOfDay() - shift.from().toSecondOfDay();
        LocalDateTime start = day.atTime(shift.from());
        LocalDateTime end = start.plusSeconds(length > 0 ? length : length + 86_400);
        if (day.getDayOfWeek() == shift.weekday()
            && !day.equals(holiday)
            && moment.compareTo(start) >= 0
            && moment.compareTo(end) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static LocalTime time(Random random) {
    return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
  }

  private static ShiftCalendar source(Shift... shifts) {
    return new ShiftCalendar(List.of(shifts), Set.of(), Map.of());
  }

  private static Shift shift(DayOfWeek day, String from, String to) {
    return new Shift(day, LocalTime.parse(from), LocalTime.parse(to));
  }

  private @Nullable Boolean sales(String local) {
    return at("SALES", local);
  }

  private @Nullable Boolean at(@Nullable String line, String local) {
    return hours.cover(line, LocalDateTime.parse(local));
  }

  private @Nullable Boolean warsaw(String instant) {
    return hours.cover(
        "SALES", Instant.parse(instant).atZone(ZoneId.of("Europe/Warsaw")).toLocalDateTime());
  }
}
