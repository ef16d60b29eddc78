package calltally.reporting.call.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 3 and 5 of the definitions. */
final class CallFoldTest {

  private SourceRules rules = FoldFixture.RULES;

  @Test
  void a_voicemail_alone_is_no_call() {
    assertThat(FoldFixture.fold(rules, NotificationTable.table("voicemail | 06:00:00 | C | SALES")))
        .isEmpty();
  }

  @Test
  void without_a_start_the_line_is_the_receiver_of_the_last_end() {
    Call call =
        fold(
            """
            start | 06:00:00 | C |
            end   | 06:00:05 | C | OLD   | noanswer
            end   | 06:00:06 | C | SALES | noanswer
            """);

    assertThat(call.line()).isEqualTo("SALES");
  }

  @Test
  void the_customer_is_the_first_known_one() {
    Call call =
        fold(
            """
            start | 06:00:00 |   | SALES
            end   | 06:00:06 | C | SALES | noanswer
            """);

    assertThat(call.customer()).isEqualTo("C");
  }

  @Test
  void mixed_directions_are_an_anomaly_and_the_first_one_counts() {
    Call call =
        fold(
            """
            out start | 06:00:00 | A | C
            end       | 06:00:06 | C | A | noanswer
            """);

    assertThat(call.direction()).isEqualTo(Direction.OUTGOING);
    assertThat(call.anomalies()).containsExactly(Anomaly.MIXED_DIRECTION);
  }

  @Test
  void the_last_recording_and_the_last_tags_count() {
    Call call =
        fold(
            """
            start | 06:00:00 | C | SALES
            end   | 06:00:06 | C | SALES | answer | 5 | https://a
            end   | 06:00:07 | C | SALES | answer | 6 |
            tags  | 06:01:00 | C | SALES | | | | vip
            tags  | 06:02:00 | C | SALES | | | | vip urgent
            voicemail | 06:03:00 | C | SALES | | 3 | https://v
            """);

    assertThat(call.recording()).isEqualTo("https://a");
    assertThat(call.reportedDuration()).isEqualByComparingTo("6");
    assertThat(call.tags()).containsExactly("vip", "urgent");
    assertThat(call.voicemail()).isEqualTo(new Call.Voicemail("https://v"));
  }

  @Test
  void links_to_hosts_that_are_not_listed_are_left_out() {
    rules =
        new SourceRules(
            rules.zone(),
            rules.shortCallLimit(),
            rules.fairRing(),
            rules.workingHours(),
            rules.directory(),
            new RecordingHosts(Set.of("pbx.example.com")),
            rules.horizon());

    Call call =
        FoldFixture.fold(
            rules,
            """
            start | 06:00:00 | C | SALES
            end   | 06:00:06 | C | SALES | answer | 5 | https://pbx.example.com/1
            end   | 06:00:07 | C | SALES | answer | 6 | https://evil.example/1
            voicemail | 06:03:00 | C | SALES | | 3 | https://pbx.example.com@evil.example/2
            """);

    assertThat(call.recording()).isEqualTo("https://pbx.example.com/1");
    assertThat(call.voicemail()).isEqualTo(new Call.Voicemail(null));
  }

  @Test
  void without_an_answer_time_the_talk_is_the_reported_duration() {
    Call call =
        fold(
            """
            start | 06:00:00 | C | SALES
            end   | 06:00:36 | C | SALES | answer | 30.5
            """);

    assertThat(call.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.waitTime()).isNull();
    assertThat(call.talkTime()).isEqualTo(Duration.ofMillis(30_500));
    assertThat(call.managerNumber()).isNull();
  }

  @Test
  void an_end_without_status_is_answered_when_a_member_answered_and_missed_otherwise() {
    assertThat(
            fold("""
                    start        | 06:00:00 | C | SALES
                    member start | 06:00:01 | C | A
                    member end   | 06:00:09 | C | A | answer
                    end          | 06:00:09 | C | SALES
                    """)
                .outcome())
        .isEqualTo(CallOutcome.ANSWERED);
    assertThat(fold("start | 06:00:00 | C | SALES\nend | 06:00:09 | C | SALES").outcome())
        .isEqualTo(CallOutcome.MISSED);
    assertThat(fold("start | 06:00:00 | C | SALES\nanswer | 06:00:09 | C | A").outcome())
        .isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void a_status_that_contradicts_the_notifications_stands_and_is_noted() {
    Call missed =
        fold(
            """
            start  | 06:00:00 | C | SALES
            answer | 06:00:02 | C | A
            end    | 06:00:09 | C | SALES | noanswer
            """);
    Call answered =
        fold(
            """
            start        | 06:00:00 | C | SALES
            member start | 06:00:01 | C | A
            member end   | 06:00:09 | C | A     | noanswer
            end          | 06:00:09 | C | SALES | answer
            """);

    assertThat(missed.outcome()).isEqualTo(CallOutcome.MISSED);
    assertThat(missed.anomalies()).containsExactly(Anomaly.CONTRADICTION);
    assertThat(missed.managerNumber()).isNull();
    assertThat(answered.outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(answered.anomalies()).containsExactly(Anomaly.CONTRADICTION);
    assertThat(
            fold("start | 06:00:00 | C | SALES\nend | 06:00:09 | C | SALES | answer").anomalies())
        .isEmpty();
  }

  @Test
  void a_negative_wait_is_unknown_and_noted_and_not_short() {
    Call call = fold("start | 06:00:10 | C | SALES\nend | 06:00:00 | C | SALES | noanswer");

    assertThat(call.waitTime()).isNull();
    assertThat(call.isShort()).isFalse();
    assertThat(call.anomalies()).containsExactly(Anomaly.NEGATIVE_TIME);
  }

  @ParameterizedTest
  @CsvSource({
    "06:00:04.999, true",
    "06:00:04.999499, true",
    "06:00:04.999500, false",
    "06:00:05.000, false",
    "06:00:05.001, false"
  })
  void a_call_missed_before_the_limit_is_short(String end, boolean isShort) {
    Call call = fold("start | 06:00:00 | C | SALES\nend | " + end + " | C | SALES | noanswer");

    assertThat(call.isShort()).isEqualTo(isShort);
  }

  @Test
  void the_reason_of_a_missed_call_is_the_first_that_applies() {
    assertThat(reason()).isEqualTo(MissedReason.NOT_OFFERED);
    assertThat(reason("busy", "unavailable")).isEqualTo(MissedReason.BUSY);
    assertThat(reason("busy", "noanswer")).isEqualTo(MissedReason.NO_ANSWER);
    assertThat(reason("noanswer", "cancel")).isEqualTo(MissedReason.NO_ANSWER);
    assertThat(reason("cancel")).isEqualTo(MissedReason.UNAVAILABLE);
    assertThat(reason("unavailable")).isEqualTo(MissedReason.UNAVAILABLE);
    assertThat(reason("other")).isEqualTo(MissedReason.UNAVAILABLE);
    assertThat(reason("")).isEqualTo(MissedReason.UNKNOWN);
    assertThat(
            fold("start | 06:00:00 | C | SALES\nend | 06:00:30 | C | SALES | busy").missedReason())
        .isEqualTo(MissedReason.BUSY);
  }

  @Test
  void a_call_between_managers_is_internal() {
    assertThat(
            fold("start | 06:00:00 | A | SALES\nend | 06:00:30 | A | SALES | noanswer")
                .isInternal())
        .isTrue();
    assertThat(
            fold("out start | 06:00:00 | A | 101\nout end | 06:00:30 | A | 101 | answer")
                .isInternal())
        .isTrue();
  }

  @Test
  void an_outgoing_call_from_a_line_has_no_manager() {
    Call call = fold("out start | 06:00:00 | SALES | C\nout end | 06:00:30 | SALES | C | noanswer");

    assertThat(call.line()).isEqualTo("SALES");
    assertThat(call.managerNumber()).isNull();
    assertThat(call.missedReason()).isNull();
    assertThat(call.isShort()).isFalse();
  }

  @Test
  void the_directory_of_the_local_date_applies() {
    DirectoryIndex changed =
        new DirectoryIndex(
            Map.of(
                "A",
                List.of(
                    new NumberAssignment("Anna", null, null, LocalDate.of(2026, 11, 20)),
                    new NumberAssignment("Alla", null, LocalDate.of(2026, 11, 20), null))),
            Map.of());
    rules =
        new SourceRules(
            rules.zone(),
            rules.shortCallLimit(),
            rules.fairRing(),
            rules.workingHours(),
            changed,
            RecordingHosts.ANY,
            RetentionHorizon.NONE);

    // Minsk is three hours ahead of UTC.
    assertThat(managerOfCallAt("2026-11-19T20:59:59.999")).isEqualTo("Anna");
    assertThat(managerOfCallAt("2026-11-19T21:00:00")).isEqualTo("Alla");
  }

  @Test
  void order_of_arrival_and_repetition_change_nothing() {
    List<CallNotification> arrived =
        new ArrayList<>(
            NotificationTable.table(
                """
                start        | 06:00:00 | C | SALES
                member start | 06:00:01 | C | A
                member start | 06:00:01 | C | B
                member end   | 06:00:05 | C | A | cancel
                answer       | 06:00:05 | C | B
                member end   | 06:00:30 | C | B | answer
                end          | 06:00:30 | C | SALES | answer | 25
                end          | 06:00:30 | C | SALES | noanswer | 25
                """));
    Call inOrder = FoldFixture.fold(rules, arrived).orElseThrow();
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      arrived.add(arrived.get(random.nextInt(arrived.size())));
      Collections.shuffle(arrived, random);
      assertThat(FoldFixture.fold(rules, arrived)).contains(inOrder);
    }
  }

  private @Nullable String managerOfCallAt(String time) {
    Call call = fold("out start | " + time + " | A | C");
    return call.directory().managerName(call.managerNumber());
  }

  private @Nullable MissedReason reason(String... statuses) {
    StringBuilder table = new StringBuilder("start | 06:00:00 | C | SALES\n");
    Instant time = NotificationTable.time("06:00:01");
    for (String status : statuses) {
      table.append("member start | %s | C | A\n".formatted(text(time)));
      table.append("member end | %s | C | A | %s\n".formatted(text(time.plusSeconds(1)), status));
      time = time.plusSeconds(2);
    }
    return fold(table + "end | 06:00:30 | C | SALES | noanswer").missedReason();
  }

  private static String text(Instant time) {
    return time.toString().replace("Z", "");
  }

  private Call fold(String table) {
    return FoldFixture.fold(rules, table);
  }
}
