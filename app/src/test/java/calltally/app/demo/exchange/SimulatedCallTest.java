package calltally.app.demo.exchange;

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
  void giving_up_comes_before_no_answer_before_busy_before_unavailable() {
    assertThat(
            missed(
                    RingOutcome.UNAVAILABLE,
                    RingOutcome.BUSY,
                    RingOutcome.NO_ANSWER,
                    RingOutcome.CALLER_GAVE_UP)
                .missedReason())
        .hasValue(SimulatedMissedReason.CALLER_GAVE_UP);
    assertThat(
            missed(RingOutcome.UNAVAILABLE, RingOutcome.BUSY, RingOutcome.NO_ANSWER).missedReason())
        .hasValue(SimulatedMissedReason.NO_ANSWER);
    assertThat(missed(RingOutcome.UNAVAILABLE, RingOutcome.BUSY).missedReason())
        .hasValue(SimulatedMissedReason.BUSY);
    assertThat(missed(RingOutcome.UNAVAILABLE).missedReason())
        .hasValue(SimulatedMissedReason.UNAVAILABLE);
  }

  private static SimulatedCall missedAfter(long millis) {
    return missed(START.plusMillis(millis), List.of());
  }

  private static SimulatedCall missed(RingOutcome... outcomes) {
    return missed(
        START.plusSeconds(60),
        Stream.of(outcomes).map(outcome -> new SimulatedRing("Anna Sokolova", outcome)).toList());
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
        rings);
  }
}
