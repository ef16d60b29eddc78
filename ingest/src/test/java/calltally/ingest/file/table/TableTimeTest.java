package calltally.ingest.file.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.ingest.file.line.DamagedLine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as databases, spreadsheets and people write them. */
final class TableTimeTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "2026-11-19 09:00:00 ! 2026-11-19T08:00:00Z",
        "2026-11-19 9:00 ! 2026-11-19T08:00:00Z",
        "2026-11-19T09:00:00.25 ! 2026-11-19T08:00:00.250Z",
        "2026-11-19 09:00:00,123456 ! 2026-11-19T08:00:00.123456Z",
        "2026-11-19 09:00:00+03 ! 2026-11-19T06:00:00Z",
        "2026-11-19 09:00:00 +0300 ! 2026-11-19T06:00:00Z",
        "2026-11-19 09:00:00 UTC ! 2026-11-19T09:00:00Z",
        "2026-11-19 09:00:00Z ! 2026-11-19T09:00:00Z",
        "20261119T090000 ! 2026-11-19T08:00:00Z",
        "20261119090000 ! 2026-11-19T08:00:00Z",
        "2026/11/19 9:00:00 ! 2026-11-19T08:00:00Z",
        "2026.11.19 09:00:00 ! 2026-11-19T08:00:00Z",
        "19.11.2026 9:00:00 ! 2026-11-19T08:00:00Z",
        "1.2.2026 9:00 ! 2026-02-01T08:00:00Z",
        "19.11.2026, 09:00:00 ! 2026-11-19T08:00:00Z",
        "19\u00a011.2026 9:00 ! ",
        "19.11.2026\u202f9:00:00\u00a0PM ! 2026-11-19T20:00:00Z",
        "19.11.2026 12:30 a.m. ! 2026-11-18T23:30:00Z",
        "19.11.2026 12:30 pm ! 2026-11-19T11:30:00Z",
        "19.11.2026 13:30 pm ! an hour with AM or PM must be from 1 to 12: export times of 24 hours",
        "19/11/2026 9:00 ! 2026-11-19T08:00:00Z",
        "11/19/2026 9:00 ! 2026-11-19T08:00:00Z",
        "11/11/2026 9:00 ! 2026-11-11T08:00:00Z",
        "19-11-2026 9:00 ! 2026-11-19T08:00:00Z",
        "12/11/2026 9:00 ! a date must show which number is the day and which the month: export it as 2026-11-19",
        "12-11-2026 9:00 ! a date must show which number is the day and which the month: export it as 2026-11-19",
        "19.11.26 9:00 ! the year of a time must have four digits",
        "11/19/26 9:00 AM ! the year of a time must have four digits",
        "26-11-19 09:00:00 ! the year of a time must have four digits",
        "19.11-2026 9:00 ! ",
        "31.02.2026 9:00 ! ",
        "32.01.2026 9:00 ! ",
        "19.11.2026 ! a time must have a time of day next to its date: export the column with both",
        "9:00:00 ! a time must have a date next to its time of day: export the column with both",
        "19 Nov 2026 9:00:00 PM ! 2026-11-19T20:00:00Z",
        "Nov 19, 2026 09:00:00 AM ! 2026-11-19T08:00:00Z",
        "Thu, 19 Nov 2026 09:00:00 +0000 ! 2026-11-19T09:00:00Z",
        "19-Nov-2026 09:00 ! 2026-11-19T08:00:00Z",
        "19 Foo 2026 09:00 ! ",
        "45980.375 ! a time must not be a number of days, as spreadsheets count them: give the column the format of a date and time, and export it again",
        "45980,375 ! a time must not be a number of days, as spreadsheets count them: give the column the format of a date and time, and export it again",
        "1,76354E+09 ! a time must not be a number that a spreadsheet has rounded: give the column the format of a date and time, and export it again",
        "1.7635428E12 ! a time must not be a number that a spreadsheet has rounded: give the column the format of a date and time, and export it again",
        "2026-11-19 09:00:00 MSK ! a time must not name its zone in letters: write the offset, such as +03:00, or leave it out and give the zone to the source",
        "19.11.2026 09:00 Europe/Moscow ! a time must not name its zone in letters: write the offset, such as +03:00, or leave it out and give the zone to the source",
        "1763542800 ! 2025-11-19T09:00:00Z",
        "1763542800.5 ! 2025-11-19T09:00:00.500Z",
        "1763542800.0 ! 2025-11-19T09:00:00Z",
        "1763542800000 ! 2025-11-19T09:00:00Z",
        "1763542800123.0 ! 2025-11-19T09:00:00.123Z",
        "1763542800123456 ! 2025-11-19T09:00:00.123456Z",
        "176354280012 ! ",
        "17635428001234 ! ",
        "176354280012345 ! ",
      })
  void a_time_is_a_moment_or_a_reason(String written, String moment) {
    TableTime times = new TableTime(WARSAW);
    String expected =
        moment == null
            ? "the time must be a date and time, such as 2026-11-19 09:00:00 or"
                + " 2026-11-19 09:00:00+03, or seconds since 1970"
            : moment;

    if (expected.endsWith("Z")) {
      assertThat(times.instant(written)).isEqualTo(expected);
    } else {
      assertThatThrownBy(() -> times.instant(written))
          .isInstanceOf(DamagedLine.class)
          .hasMessage(expected);
    }
  }

  @Test
  void the_second_pass_of_a_repeated_hour_begins_where_the_file_goes_back() {
    assertThat(
            moments("01:59:59", "02:10:00", "02:59:59", "02:59:00", "02:00:00", "02:59", "03:00"))
        .containsExactly(
            "2026-10-24T23:59:59Z",
            "2026-10-25T00:10:00Z",
            "2026-10-25T00:59:59Z",
            "2026-10-25T00:59:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:59:00Z",
            "2026-10-25T02:00:00Z");
  }

  @Test
  void in_a_file_that_goes_backward_the_second_pass_comes_first() {
    assertThat(moments("03:00", "02:59:59", "02:00:00", "02:59:00", "02:58:00", "01:59"))
        .containsExactly(
            "2026-10-25T02:00:00Z",
            "2026-10-25T01:59:59Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T00:59:00Z",
            "2026-10-25T00:58:00Z",
            "2026-10-24T23:59:00Z");
  }

  @Test
  void a_disorder_of_a_minute_is_no_second_pass() {
    assertThat(moments("02:10:00", "02:09:00", "02:09:30", "02:08:59"))
        .containsExactly(
            "2026-10-25T00:10:00Z",
            "2026-10-25T00:09:00Z",
            "2026-10-25T00:09:30Z",
            "2026-10-25T01:08:59Z");
  }

  @Test
  void an_hour_that_clocks_skip_is_read_as_java_reads_it() {
    TableTime times = new TableTime(WARSAW);

    assertThat(times.instant("2026-03-29 02:30:00")).isEqualTo("2026-03-29T01:30:00Z");
  }

  private static List<String> moments(String... clocks) {
    TableTime times = new TableTime(WARSAW);
    return Stream.of(clocks)
        .map(clock -> times.instant("2026-10-25 " + clock))
        .map(Instant::toString)
        .toList();
  }
}
