package calltally.sql.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What settings may be, and which days a change of the directory concerns; no database. */
final class SettingsRulesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @ValueSource(strings = {"UTC+3", "GMT+03:00", "+03:00", "UT-5"})
  void a_zone_that_postgresql_would_read_the_other_way_round_is_refused(String zone) {
    assertThatThrownBy(() -> inZone(zone))
        .hasMessageContaining("its zone must be a region such as Europe/Minsk (was");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Minsk", "UTC", "Z", "Etc/GMT-3"})
  void a_region_or_utc_is_a_zone(String zone) {
    assertThat(inZone(zone).zone()).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 0.0000",
        "1, 1.0000",
        "0.90004, 0.9000",
        "0.90005, 0.9001",
        "0.99999, 1.0000",
        "-0.00001, -",
        "1.00001, -"
      })
  void a_target_is_a_share_with_four_decimals(String given, @Nullable String stored) {
    if (stored == null) {
      assertThatThrownBy(() -> new Targets(null, new BigDecimal(given)))
          .hasMessage(
              "cannot set target service_level: it must be a share from 0 to 1 (was %s)", given);
    } else {
      assertThat(new Targets(new BigDecimal(given), null).answerRate()).hasToString(stored);
    }
  }

  @ParameterizedTest
  @CsvSource({"P0M", "P-1M", "P30D", "P1M1D"})
  void a_retention_below_a_month_or_with_odd_days_is_refused(String period) {
    Period kept = Period.parse(period);

    assertThatThrownBy(() -> new Retention(null, kept, null, null, null, null))
        .hasMessageContaining("cannot set retention: it must be at least a month");
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT23H", "P-1D", "P1DT1S"})
  void numbers_are_kept_for_whole_days(String duration) {
    Duration kept = Duration.parse(duration);

    assertThatThrownBy(() -> new Retention(null, null, null, kept, null, null))
        .hasMessageContaining("a day for customers' numbers (was " + kept);
  }

  /** Days from 1 to 9 of a month; 0 and 10 stand for unbounded. */
  @ParameterizedTest
  @CsvSource({
    "2, 4, 4, 6, false",
    "2, 5, 4, 6, true",
    "4, 6, 2, 4, false",
    "0, 4, 4, 10, false",
    "0, 5, 4, 10, true",
    "0, 10, 3, 4, true",
    "3, 4, 3, 4, true"
  })
  void periods_overlap_when_they_have_a_day_in_common(
      int from, int until, int otherFrom, int otherUntil, boolean expected) {
    ValidityPeriod one = period(from, until);
    ValidityPeriod other = period(otherFrom, otherUntil);

    assertThat(one.overlaps(other)).isEqualTo(other.overlaps(one)).isEqualTo(expected);
    assertThat(
            DAY.withDayOfMonth(1)
                .datesUntil(DAY.withDayOfMonth(10))
                .anyMatch(day -> one.includes(day) && other.includes(day)))
        .isEqualTo(expected);
  }

  @Test
  void the_last_day_of_an_entry_is_included_and_no_period_is_empty() {
    ValidityPeriod oneDay = ValidityPeriod.ofDays(DAY, DAY);

    assertThat(oneDay.includes(DAY)).isTrue();
    assertThat(oneDay.includes(DAY.minusDays(1)) || oneDay.includes(DAY.plusDays(1))).isFalse();
    assertThat(ValidityPeriod.ofDays(null, null)).isEqualTo(ValidityPeriod.ALWAYS);
    assertThatThrownBy(() -> new ValidityPeriod(DAY, DAY)).hasMessageContaining("in order");
    assertThatThrownBy(() -> ValidityPeriod.ofDays(DAY, DAY.minusDays(1)))
        .hasMessageContaining("in order");
  }

  /** For every pair of directories of one number, compared day by day. */
  @Test
  void exactly_the_days_on_which_two_directories_differ_are_changed() {
    List<List<DirectoryEntry>> all = directories();

    for (List<DirectoryEntry> before : all) {
      for (List<DirectoryEntry> after : all) {
        List<ChangedNumber> changes = ChangedNumber.between("101", before, after);
        for (int day = 1; day < 10; day++) {
          LocalDate date = DAY.withDayOfMonth(day);
          assertThat(changes.stream().anyMatch(change -> change.days().includes(date)))
              .as("%s to %s on %s", before, after, date)
              .isEqualTo(!meaning(before, date).equals(meaning(after, date)));
        }
      }
    }
  }

  @Test
  void a_change_of_the_directory_counts_people_numbers_and_lines() {
    Directory before =
        new Directory(
            Set.of(
                manager("101", "Anna", "Sales"),
                manager("102", "Anna", "Sales"),
                manager("103", "Boris", "Sales"),
                manager("104", "Clara", "Sales")),
            Set.of(new Line("1", "Office", null), new Line("2", "Shop", null)));
    Directory after =
        new Directory(
            Set.of(
                manager("101", "Anna", "Sales"),
                manager("103", "Dora", "Sales"),
                manager("104", "Clara", "Service"),
                manager("105", "Dora", "Sales")),
            Set.of(new Line("1", "Office", "Sales"), new Line("3", "Depot", null)));

    DirectoryChange change = new DirectoryChange("main", before, after, 0);

    assertThat(change.managers()).as("Dora; Boris; Anna, Clara").isEqualTo(count(1, 1, 2));
    assertThat(change.numbers()).as("105; 102; 103, 104").isEqualTo(count(1, 1, 2));
    assertThat(change.lines()).as("3; 2; 1").isEqualTo(count(1, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "A", "g"})
  void a_digest_has_64_hexadecimal_digits_in_lower_case(String digits) {
    String hex = digits.length() == 1 ? digits.repeat(64) : digits;

    assertThatThrownBy(() -> new TokenDigest(hex))
        .hasMessageContaining("64 hexadecimal digits (length was " + hex.length() + ")");
  }

  /** The first digest is an example of the standard, FIPS 180-2. */
  @Test
  void a_digest_is_the_sha256_of_the_tokens_text() {
    TokenDigest digest = TokenDigest.of("abc");

    assertThat(digest.hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(digest.fingerprint()).isEqualTo("ba7816bf");
    assertThat(TokenDigest.of(digest.bytes())).isEqualTo(digest);
  }

  @Test
  void settings_printed_in_a_log_contain_no_secret() {
    AccessSettings access =
        new AccessSettings(Set.of(TokenDigest.of("abc")), Set.of("a-secret"), List.of());

    assertThat(access.toString()).isEqualTo("1 tokens").doesNotContain("a-secret");
  }

  private static List<List<DirectoryEntry>> directories() {
    List<List<DirectoryEntry>> all = new ArrayList<>(List.of(List.of()));
    for (int[] days : new int[][] {{0, 10}, {0, 5}, {5, 10}, {3, 5}}) {
      for (String name : List.of("Anna", "Boris")) {
        all.add(List.of(new ManagerNumber("101", name, null, period(days[0], days[1]))));
      }
    }
    all.add(
        List.of(
            new ManagerNumber("101", "Anna", null, period(0, 5)),
            new ManagerNumber("101", "Boris", null, period(5, 8))));
    all.add(
        List.of(
            new ManagerNumber("101", "Anna", "Sales", period(2, 4)),
            new ManagerNumber("101", "Anna", null, period(4, 10))));
    return all;
  }

  private static String meaning(List<DirectoryEntry> entries, LocalDate day) {
    return entries.stream()
        .filter(entry -> entry.validity().includes(day))
        .map(entry -> entry.name() + " of " + entry.department())
        .findFirst()
        .orElse("nobody");
  }

  private static ValidityPeriod period(int from, int until) {
    return new ValidityPeriod(
        from == 0 ? null : DAY.withDayOfMonth(from),
        until == 10 ? null : DAY.withDayOfMonth(until));
  }

  private static ManagerNumber manager(String number, String name, String department) {
    return new ManagerNumber(number, name, department);
  }

  private static DirectoryChange.Count count(int added, int removed, int changed) {
    return new DirectoryChange.Count(added, removed, changed);
  }

  private static SourceSettings inZone(String zone) {
    return new SourceSettings(
        "main",
        ZoneId.of(zone),
        "BY",
        AccessSettings.byToken(Set.of()),
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Set.of(),
        Retention.FOREVER,
        null);
  }
}
