package calltally.app.demo.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.demo.exchange.MissedCaller.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Minutes are counted from the start of the first call; every call takes one. */
final class MissedCallerStatesTest {

  private static final Instant START = Instant.parse("2026-11-16T06:00:00Z");
  private static final String CUSTOMER = "+375290100000";

  @Test
  void who_was_called_and_answered_was_returned_whatever_came_later() {
    assertThat(stateOf(in(0, false), out(10, false), out(20, true), in(30, true)))
        .isEqualTo(State.RETURNED);
  }

  @Test
  void a_caller_who_got_through_first_came_back() {
    assertThat(stateOf(in(0, false), out(10, false), in(20, true), out(30, true)))
        .isEqualTo(State.CAME_BACK);
  }

  @Test
  void who_was_called_in_vain_was_tried() {
    assertThat(stateOf(in(0, false), out(10, false))).isEqualTo(State.TRIED);
  }

  @Test
  void what_was_before_the_last_missed_call_does_not_count() {
    assertThat(stateOf(in(0, false), out(10, true), in(20, false))).isEqualTo(State.OUTSTANDING);
  }

  @Test
  void a_call_that_starts_with_the_missed_calls_end_counts() {
    assertThat(stateOf(in(0, false), out(1, true))).isEqualTo(State.RETURNED);
  }

  @Test
  void a_call_that_starts_before_the_missed_calls_end_counts_when_it_is_answered_after() {
    SimulatedCall early = call(CUSTOMER, CallDirection.OUTGOING, 0, 70, 100, false);
    assertThat(stateOf(in(0, false), early)).isEqualTo(State.RETURNED);
  }

  @Test
  void who_answered_for_less_than_5_seconds_was_only_tried() {
    assertThat(stateOf(in(0, false), outgoingTalkOf(4_999))).isEqualTo(State.TRIED);
    assertThat(stateOf(in(0, false), outgoingTalkOf(5_000))).isEqualTo(State.RETURNED);
  }

  @Test
  void the_earliest_answer_decides_not_the_earliest_start() {
    SimulatedCall late = call(CUSTOMER, CallDirection.OUTGOING, 10, 40, 90, false);
    SimulatedCall early = call(CUSTOMER, CallDirection.INCOMING, 10, 30, 90, false);
    assertThat(stateOf(in(0, false), late, early)).isEqualTo(State.CAME_BACK);
  }

  @Test
  void a_call_without_an_end_is_presumed_missed_after_four_hours() {
    List<SimulatedCall> calls = List.of(call(CUSTOMER, CallDirection.INCOMING, 0, null, 60, true));
    Instant fourHours = START.plusSeconds(4 * 3600);
    assertThat(MissedCallerStates.at(fourHours.minusMillis(1), calls)).isEmpty();
    assertThat(MissedCallerStates.at(fourHours, calls))
        .containsExactly(new MissedCaller(CUSTOMER, 0, 1, START, State.OUTSTANDING));
  }

  @Test
  void a_missed_call_is_not_known_before_its_end() {
    List<SimulatedCall> calls = List.of(in(0, false));
    assertThat(MissedCallerStates.at(START.plusSeconds(59), calls)).isEmpty();
    assertThat(MissedCallerStates.at(START.plusSeconds(60), calls)).hasSize(1);
  }

  @Test
  void calls_after_the_instant_are_not_known() {
    List<SimulatedCall> calls = List.of(in(0, false), out(10, true));
    Instant contact = START.plusSeconds(610);
    assertThat(MissedCallerStates.at(contact, calls).get(0).state()).isEqualTo(State.RETURNED);
    assertThat(MissedCallerStates.at(contact.minusMillis(1), calls).get(0).state())
        .isEqualTo(State.TRIED);
    assertThat(MissedCallerStates.at(START.plusSeconds(599), calls).get(0).state())
        .isEqualTo(State.OUTSTANDING);
  }

  @Test
  void a_caller_counts_once_with_all_missed_calls() {
    assertThat(MissedCallerStates.at(Instant.MAX, List.of(in(0, false), in(5, false), in(9, true))))
        .containsExactly(new MissedCaller(CUSTOMER, 2, 0, START.plusSeconds(360), State.CAME_BACK));
  }

  @Test
  void a_withheld_caller_cannot_be_called_back() {
    assertThat(
            MissedCallerStates.at(
                Instant.MAX, List.of(call(null, CallDirection.INCOMING, 0, false))))
        .isEmpty();
  }

  private static State stateOf(SimulatedCall... calls) {
    return MissedCallerStates.at(Instant.MAX, List.of(calls)).get(0).state();
  }

  private static SimulatedCall in(int minute, boolean answered) {
    return call(CUSTOMER, CallDirection.INCOMING, minute, answered);
  }

  private static SimulatedCall out(int minute, boolean answered) {
    return call(CUSTOMER, CallDirection.OUTGOING, minute, answered);
  }

  private static SimulatedCall call(
      @Nullable String customer, CallDirection direction, int minute, boolean answered) {
    return call(customer, direction, minute, answered ? 5 : null, 60, false);
  }

  private static SimulatedCall outgoingTalkOf(long millis) {
    Instant start = START.plusSeconds(600);
    return new SimulatedCall(
        "1.10",
        CallDirection.OUTGOING,
        CUSTOMER,
        null,
        null,
        start,
        start,
        start.plusMillis(millis),
        List.of(),
        false);
  }

  /** Answer and end are in seconds after the start. */
  private static SimulatedCall call(
      @Nullable String customer,
      CallDirection direction,
      int minute,
      @Nullable Integer answer,
      int end,
      boolean endIsLost) {
    Instant start = START.plusSeconds(60L * minute);
    return new SimulatedCall(
        "1." + minute,
        direction,
        customer,
        null,
        null,
        start,
        answer == null ? null : start.plusSeconds(answer),
        start.plusSeconds(end),
        List.of(),
        endIsLost);
  }
}
