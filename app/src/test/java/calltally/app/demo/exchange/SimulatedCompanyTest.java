package calltally.app.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.app.demo.exchange.SimulatedCompany.Manager;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimulatedCompanyTest {

  private static final SimulatedCompany ROMASHKA = DemoCompany.inEnglish();

  @Test
  void romashka_has_two_lines_and_seven_managers_with_numbers_of_their_own() {
    assertThat(ROMASHKA.lines())
        .extracting(SimulatedCompany.Line::name)
        .containsExactly("Sales", "Support");
    assertThat(ROMASHKA.managers()).hasSize(7);
    assertThat(ROMASHKA.managers()).extracting(Manager::number).doesNotHaveDuplicates();
    assertThat(ROMASHKA.managers().get(6).number()).isEqualTo("+375290000017");
    assertThat(ROMASHKA.managers().get(6).extension()).isEqualTo("107");
  }

  @Test
  void it_is_open_from_the_first_instant_of_a_shift_to_before_its_end() {
    assertThat(ROMASHKA.isOpenAt(minsk("2026-11-16T08:59:59.999"))).isFalse();
    assertThat(ROMASHKA.isOpenAt(minsk("2026-11-16T09:00:00"))).isTrue();
    assertThat(ROMASHKA.isOpenAt(minsk("2026-11-16T17:59:59.999"))).isTrue();
    assertThat(ROMASHKA.isOpenAt(minsk("2026-11-16T18:00:00"))).isFalse();
  }

  @Test
  void after_saturday_it_opens_on_monday() {
    assertThat(ROMASHKA.openFrom(minsk("2026-11-21T15:00:00")))
        .hasValue(minsk("2026-11-23T09:00:00"));
    assertThat(ROMASHKA.openFrom(minsk("2026-11-16T08:00:00")))
        .hasValue(minsk("2026-11-16T09:00:00"));
    assertThat(ROMASHKA.openFrom(minsk("2026-11-16T10:00:00")))
        .hasValue(minsk("2026-11-16T10:00:00"));
  }

  @Test
  void a_line_without_managers_is_refused() {
    assertThatThrownBy(
            () ->
                new SimulatedCompany(
                    "Empty", ROMASHKA.zone(), "BY", ROMASHKA.lines(), List.of(), ROMASHKA.hours()))
        .hasMessage(
            "cannot build the company: every line needs a manager of its department (was Sales)");
  }

  @Test
  void a_shift_ends_after_its_start() {
    LocalTime nine = LocalTime.of(9, 0);
    assertThatThrownBy(() -> new SimulatedCompany.Shift(DayOfWeek.MONDAY, nine, nine))
        .hasMessage("cannot build the shift: must end after its start (was 09:00-09:00)");
  }

  private static Instant minsk(String local) {
    return LocalDateTime.parse(local).atZone(ROMASHKA.zone()).toInstant();
  }
}
