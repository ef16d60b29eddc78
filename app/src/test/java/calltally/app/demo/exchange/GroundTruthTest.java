package calltally.app.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold in every week, whatever the seed. */
final class GroundTruthTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void incoming_is_answered_plus_missed_and_the_days_add_up_to_the_week(@ForAll long seed) {
    GroundTruth truth = truth(seed);
    CallFigures week = truth.week();
    assertThat(week.incoming()).isEqualTo(week.answered() + week.missed() + week.unfinished());
    assertThat(sumOfDays(truth, CallFigures::incoming)).isEqualTo(week.incoming());
    assertThat(sumOfDays(truth, CallFigures::answered)).isEqualTo(week.answered());
    assertThat(sumOfDays(truth, CallFigures::missed)).isEqualTo(week.missed());
    assertThat(sumOfDays(truth, CallFigures::outgoing)).isEqualTo(week.outgoing());
    assertThat(sumOfDays(truth, CallFigures::connected)).isEqualTo(week.connected());
    assertThat(week.incoming() + week.outgoing()).isEqualTo(truth.calls().size());
    assertThat(truth.missedCallers())
        .filteredOn(caller -> caller.missedCalls() > 0)
        .hasSize(week.missedCallers());
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void the_managers_share_what_was_answered_and_placed(@ForAll long seed) {
    GroundTruth truth = truth(seed);
    assertThat(sumOfManagers(truth, day -> day.calls().answered()))
        .isEqualTo(truth.week().answered());
    assertThat(sumOfManagers(truth, day -> day.calls().pickedUp() - day.calls().transfersIn()))
        .isEqualTo(truth.week().answered());
    assertThat(sumOfManagers(truth, day -> day.calls().transfersIn()))
        .isEqualTo(sumOfManagers(truth, day -> day.calls().transfersOut()));
    assertThat(sumOfManagers(truth, day -> (int) day.calls().talk().toMillis()))
        .isEqualTo(
            truth.calls().stream()
                .filter(SimulatedCall::isIncoming)
                .mapToInt(call -> (int) call.talk().toMillis())
                .sum());
    assertThat(sumOfManagers(truth, ManagerDayTruth::outgoing)).isEqualTo(truth.week().outgoing());
    assertThat(sumOfManagers(truth, ManagerDayTruth::connected))
        .isEqualTo(truth.week().connected());
    assertThat(sumOfManagers(truth, ManagerDayTruth::attempts))
        .isEqualTo(truth.calls().stream().mapToInt(call -> call.rings().size()).sum());
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void no_manager_is_in_two_talks_at_once(@ForAll long seed) {
    Map<String, List<SimulatedTalk>> talks =
        truth(seed).calls().stream()
            .filter(SimulatedCall::isAnswered)
            .flatMap(GroundTruthTest::talks)
            .collect(Collectors.groupingBy(SimulatedTalk::manager));
    talks.values().forEach(GroundTruthTest::assertOneAfterAnother);
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void a_call_goes_from_start_to_answer_to_end_and_has_a_pbx_id_of_its_own(@ForAll long seed) {
    List<SimulatedCall> calls = truth(seed).calls();
    assertThat(calls).extracting(SimulatedCall::pbxId).doesNotHaveDuplicates();
    assertThat(calls).isSortedAccordingTo(Comparator.comparing(SimulatedCall::startedAt));
    assertThat(calls)
        .allSatisfy(
            call -> {
              Instant answeredAt = call.answeredAt();
              Instant middle = answeredAt == null ? call.startedAt() : answeredAt;
              assertThat(middle).isBetween(call.startedAt(), call.endedAt());
              assertThat(call.manager() != null).isEqualTo(call.isAnswered() || !call.isIncoming());
            });
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void nobody_takes_over_from_another_in_a_missed_call_or_gives_up_in_an_answered_one(
      @ForAll long seed) {
    for (SimulatedCall call : truth(seed).calls()) {
      List<RingOutcome> outcomes = call.rings().stream().map(SimulatedRing::outcome).toList();
      if (call.isAnswered()) {
        assertThat(outcomes).doesNotContain(RingOutcome.CALLER_GAVE_UP);
      } else {
        assertThat(outcomes).doesNotContain(RingOutcome.TAKEN_BY_ANOTHER, RingOutcome.ANSWERED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 2026})
  void the_volume_makes_a_report_worth_looking_at(long seed) {
    GroundTruth truth = truth(seed);
    assertThat(truth.days().subList(0, 5))
        .allSatisfy(day -> assertThat(day.calls().incoming()).isBetween(150, 350));
    assertThat(truth.day(MONDAY.plusDays(5)).calls().incoming()).isBetween(30, 150);
    assertThat(truth.day(MONDAY.plusDays(6)).calls().incoming()).isLessThan(40);
    assertThat(truth.week().missedBy())
        .allSatisfy(
            (reason, missed) -> {
              if (reason != SimulatedMissedReason.UNAVAILABLE) {
                assertThat(missed).as(reason.name()).isPositive();
              }
            });
    assertThat(truth.missedCallers())
        .extracting(MissedCaller::state)
        .contains(MissedCaller.State.values());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 2026})
  void a_week_has_transfers_declined_calls_mailboxes_and_calls_without_an_end(long seed) {
    GroundTruth truth = truth(seed);
    assertThat(sumOfManagers(truth, day -> day.calls().transfersIn())).isBetween(5, 60);
    int busy = sumOfManagers(truth, day -> day.rings(RingOutcome.BUSY));
    assertThat(sumOfManagers(truth, ManagerDayTruth::busyInCall)).isBetween(busy / 2, busy - 5);
    assertThat(truth.week().unfinished()).isBetween(1, 12);
    assertThat(truth.calls())
        .filteredOn(call -> call.isAnswered() && !call.isContactAt(Instant.MAX))
        .hasSizeBetween(5, 60)
        .noneMatch(SimulatedCall::isIncoming);
    assertThat(truth.missedCallers()).anyMatch(caller -> caller.presumedCalls() > 0);
  }

  @Test
  void one_manager_lets_ring_and_another_is_busy_more_than_her_colleagues() {
    GroundTruth truth = truth(1);
    assertThat(mostOften(truth, RingOutcome.NO_ANSWER)).isEqualTo("Dmitry Kuznetsov");
    assertThat(mostOften(truth, RingOutcome.BUSY)).isEqualTo("Ekaterina Shchegoleva");
    assertThat(truth.managersOn(MONDAY)).hasSize(7);
    assertThat(truth.managersOn(MONDAY.plusDays(6))).hasSizeLessThan(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 2026})
  void a_decent_team_answers_most_calls_and_reaches_most_of_whom_it_missed(long seed) {
    GroundTruth truth = truth(seed);
    List<MissedCaller> missed = truth.missedCallersAt(saturdayMorning());
    double waiting = missed.stream().filter(MissedCaller::isWaiting).count();
    assertThat(waiting / missed.size()).isBetween(0.03, 0.15);
    assertThat((double) truth.week().answered() / truth.week().incoming()).isBetween(0.8, 0.95);
    assertThat(DemoCompany.inEnglish().managers())
        .allSatisfy(manager -> assertThat(answerRate(truth, manager.name())).isBetween(0.55, 0.98));
  }

  private static Instant saturdayMorning() {
    return MONDAY.plusDays(5).atTime(8, 0).atZone(DemoCompany.inEnglish().zone()).toInstant();
  }

  private static double answerRate(GroundTruth truth, String manager) {
    return (double) sumOf(truth, manager, ManagerCalls::pickedUp)
        / sumOf(truth, manager, ManagerCalls::answerable);
  }

  private static int sumOf(GroundTruth truth, String manager, ToIntFunction<ManagerCalls> figure) {
    return truth.managerDays().stream()
        .filter(day -> day.manager().equals(manager))
        .map(ManagerDayTruth::calls)
        .mapToInt(figure)
        .sum();
  }

  private static GroundTruth truth(long seed) {
    return SimulatedWeek.of(DemoCompany.inEnglish(), MONDAY, seed).truth();
  }

  private static int sumOfDays(GroundTruth truth, ToIntFunction<CallFigures> figure) {
    return truth.days().stream().map(DayTruth::calls).mapToInt(figure).sum();
  }

  private static int sumOfManagers(GroundTruth truth, ToIntFunction<ManagerDayTruth> figure) {
    return truth.managerDays().stream().mapToInt(figure).sum();
  }

  private static Stream<SimulatedTalk> talks(SimulatedCall call) {
    return call.isIncoming()
        ? call.talks().stream()
        : Stream.of(
            new SimulatedTalk(
                Objects.requireNonNull(call.manager()),
                Objects.requireNonNull(call.answeredAt()),
                call.endedAt()));
  }

  private static void assertOneAfterAnother(List<SimulatedTalk> talks) {
    List<SimulatedTalk> ordered =
        talks.stream().sorted(Comparator.comparing(SimulatedTalk::from)).toList();
    for (int i = 1; i < ordered.size(); i++) {
      assertThat(ordered.get(i).from()).isAfterOrEqualTo(ordered.get(i - 1).until());
    }
  }

  /** Among the managers of the sales line, who ring in sequence. */
  private static String mostOften(GroundTruth truth, RingOutcome outcome) {
    return Stream.of("Anna Sokolova", "Dmitry Kuznetsov", "Olga Tsareva", "Ekaterina Shchegoleva")
        .max(Comparator.comparing(manager -> share(truth, manager, outcome)))
        .orElseThrow();
  }

  private static double share(GroundTruth truth, String manager, RingOutcome outcome) {
    List<ManagerDayTruth> days =
        truth.managerDays().stream().filter(day -> day.manager().equals(manager)).toList();
    int attempts = days.stream().mapToInt(ManagerDayTruth::attempts).sum();
    return days.stream().mapToInt(day -> day.rings().getOrDefault(outcome, 0)).sum()
        / (double) attempts;
  }
}
