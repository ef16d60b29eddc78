package calltally.reporting.call.fold;

import static calltally.reporting.call.fold.FoldFixture.fold;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 3 of the definitions: when a wait and a talk are known. */
final class CallTimesTest {

  @Test
  void a_wait_without_a_start_is_unknown_and_not_short() {
    Call missed = fold("end | 06:00:03 | C | SALES | noanswer");
    Call answered = fold("answer | 06:00:03 | C | A\nend | 06:00:33 | C | SALES | answer");

    assertThat(missed.waitTime()).isNull();
    assertThat(missed.isShort()).isFalse();
    assertThat(missed.anomalies()).containsExactly(Anomaly.START_MISSING);
    assertThat(answered.waitTime()).isNull();
    assertThat(answered.talkTime()).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"18:00:03, false", "18:00:03.001, true"})
  void an_id_used_again_after_more_than_twelve_hours_has_no_times(String end, boolean gap) {
    Call call =
        fold(
            """
            start  | 06:00:00 | C | SALES
            answer | 06:00:03 | C | A
            end    | %s       | C | SALES | answer
            """
                .formatted(end));

    assertThat(call.anomalies().contains(Anomaly.LONG_GAP)).isEqualTo(gap);
    assertThat(call.waitTime() == null).isEqualTo(gap);
    assertThat(call.talkTime() == null).isEqualTo(gap);
    assertThat(call.attempts().get(0).talk() == null).isEqualTo(gap);
    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void a_voicemail_the_next_day_is_no_gap() {
    Call call =
        fold(
            """
            start     | 06:00:00 | C | SALES
            end       | 06:00:09 | C | SALES | noanswer
            voicemail | 2026-11-21T06:00:00 | C | SALES | | 3 | https://v
            """);

    assertThat(call.anomalies()).isEmpty();
    assertThat(call.waitTime()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void a_customer_whom_only_a_voicemail_names_is_unknown() {
    assertThat(
            fold("""
                    start     | 06:00:00 |   | SALES
                    end       | 06:00:09 |   | SALES | noanswer
                    voicemail | 06:01:00 | C | SALES | | 3 | https://v
                    """)
                .customer())
        .isNull();
  }
}
