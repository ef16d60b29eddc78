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
  void a_call_that_starts_with_the_missed_calls_end_does_not_count() {
    assertThat(stateOf(in(0, false), out(1, true))).isEqualTo(State.OUTSTANDING);
  }

  @Test
  void calls_after_the_instant_are_not_known() {
    List<SimulatedCall> calls = List.of(in(0, false), out(10, true));
    Instant call = START.plusSeconds(600);
    assertThat(MissedCallerStates.at(call, calls).get(0).state()).isEqualTo(State.RETURNED);
    assertThat(MissedCallerStates.at(call.minusMillis(1), calls).get(0).state())
        .isEqualTo(State.OUTSTANDING);
  }

  @Test
  void a_caller_counts_once_with_all_missed_calls() {
    assertThat(MissedCallerStates.at(Instant.MAX, List.of(in(0, false), in(5, false), in(9, true))))
        .containsExactly(new MissedCaller(CUSTOMER, 2, START.plusSeconds(360), State.CAME_BACK));
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
    Instant start = START.plusSeconds(60L * minute);
    return new SimulatedCall(
        "1." + minute,
        direction,
        customer,
        null,
        null,
        start,
        answered ? start.plusSeconds(5) : null,
        start.plusSeconds(60),
        List.of());
  }
}
