package calltally.app.demo.exchange;

import static calltally.app.demo.exchange.RingEnd.CALLER_HUNG_UP;
import static calltally.app.demo.exchange.RingEnd.DECLINED;
import static calltally.app.demo.exchange.RingEnd.ENGAGED;
import static calltally.app.demo.exchange.RingEnd.PICKED_UP;
import static calltally.app.demo.exchange.RingEnd.RANG_OUT;
import static calltally.app.demo.exchange.RingEnd.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SimulatedCallTest {

  private static final Instant START = Instant.parse("2026-11-16T06:00:00Z");

  @Test
  void missed_after_exactly_five_seconds_is_not_short() {
    assertThat(missedAfter(4_999).isShort()).isTrue();
    assertThat(missedAfter(5_000).isShort()).isFalse();
    assertThat(missedAfter(5_001).isShort()).isFalse();
  }

  @Test
  void without_a_ring_it_was_not_offered() {
    assertThat(missed().missedReason()).hasValue(SimulatedMissedReason.NOT_OFFERED);
  }

  @Test
  void no_answer_comes_before_giving_up_before_busy_before_unavailable() {
    assertThat(missed(UNREACHABLE, ENGAGED, CALLER_HUNG_UP, RANG_OUT).missedReason())
        .hasValue(SimulatedMissedReason.NO_ANSWER);
    assertThat(missed(UNREACHABLE, ENGAGED, CALLER_HUNG_UP).missedReason())
        .hasValue(SimulatedMissedReason.CALLER_GAVE_UP);
    assertThat(missed(UNREACHABLE, DECLINED).missedReason()).hasValue(SimulatedMissedReason.BUSY);
    assertThat(missed(UNREACHABLE).missedReason()).hasValue(SimulatedMissedReason.UNAVAILABLE);
  }

  @Test
  void who_hangs_up_after_ten_seconds_of_ringing_was_not_answered() {
    assertThat(ring(CALLER_HUNG_UP, 9_999).outcome()).isEqualTo(RingOutcome.CALLER_GAVE_UP);
    assertThat(ring(CALLER_HUNG_UP, 10_000).outcome()).isEqualTo(RingOutcome.NO_ANSWER);
  }

  @Test
  void what_was_refused_is_never_short() {
    Instant end = START.plusSeconds(2);
    assertThat(missed(end, List.of(ring(ENGAGED, 300))).isShort()).isFalse();
    assertThat(missed(end, List.of(ring(CALLER_HUNG_UP, 300))).isShort()).isTrue();
  }

  @Test
  void a_transfer_hands_the_talk_over_to_the_second_who_picks_up() {
    SimulatedRing first = ring(PICKED_UP, 4_000);
    Instant asked = START.plusSeconds(30);
    SimulatedRing second =
        new SimulatedRing("Olga Tsareva", asked, START.plusSeconds(36), PICKED_UP);
    assertThat(missed(START.plusSeconds(60), List.of(first, second)).talks())
        .containsExactly(
            new SimulatedTalk("Anna Sokolova", START.plusSeconds(4), START.plusSeconds(36)),
            new SimulatedTalk("Olga Tsareva", START.plusSeconds(36), START.plusSeconds(60)));
  }

  @Test
  void a_phone_is_busy_in_a_call_when_another_call_has_it_within_a_second() {
    SimulatedRing busy = ring(DECLINED, 1_000);
    SimulatedCall call = missed(START.plusSeconds(60), List.of(busy));
    assertThat(new EngagedPhones(List.of(call)).isBusyInCall(call, busy)).isFalse();
    assertThat(new EngagedPhones(List.of(call, placed(1_001))).isBusyInCall(call, busy)).isFalse();
    assertThat(new EngagedPhones(List.of(call, placed(1_000))).isBusyInCall(call, busy)).isTrue();
  }

  /** Ends some time before the call that it could stand in the way of. */
  private static SimulatedCall placed(long millisBefore) {
    return new SimulatedCall(
        "1.0",
        CallDirection.OUTGOING,
        "+375290100001",
        null,
        "Anna Sokolova",
        START.minusSeconds(60),
        null,
        START.minusMillis(millisBefore),
        List.of(),
        false);
  }

  private static SimulatedRing ring(RingEnd end, long millis) {
    return new SimulatedRing("Anna Sokolova", START, START.plusMillis(millis), end);
  }

  private static SimulatedCall missedAfter(long millis) {
    return missed(START.plusMillis(millis), List.of());
  }

  private static SimulatedCall missed(RingEnd... ends) {
    return missed(START.plusSeconds(60), Stream.of(ends).map(end -> ring(end, 300)).toList());
  }

  private static SimulatedCall missed(Instant end, List<SimulatedRing> rings) {
    return new SimulatedCall(
        "1.1",
        CallDirection.INCOMING,
        "+375290100000",
        "+375290000001",
        null,
        START,
        null,
        end,
        rings,
        false);
  }
}
