package calltally.exchange.zadarma;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Notification;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.field.Fields;
import calltally.exchange.testing.EventLine;
import calltally.exchange.testing.SentFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message is written as the second of its receipt, its event, and the fields that matter. */
final class ZadarmaCallTest {

  private static final Instant START = Instant.parse("2026-11-20T07:00:00Z");
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
  private static final Zadarma ZADARMA = new Zadarma();
  private static final String OUT =
      " pbx_call_id=out_1 caller_id=380441234500 destination=0501112233 ";

  @ParameterizedTest
  @CsvSource({"102, 0", "1024, 1", "380671234567, 1", "anonymous, 1"})
  void a_caller_of_three_digits_is_a_member(String caller, int starts) {
    assertThat(lines("0 START caller_id=" + caller)).hasSize(starts);
  }

  @ParameterizedTest
  @CsvSource({"102, 0", "1024, 1", "0501112233, 1"})
  void a_destination_of_three_digits_is_a_member(String destination, int starts) {
    assertThat(lines("0 OUT_START internal=101 destination=" + destination)).hasSize(starts);
  }

  @Test
  void a_call_begins_when_its_first_message_says() {
    assertThat(lines("2 START call_start=2026-11-20T08:59:58"))
        .containsExactly("incoming_call_start -2 customer line null");
  }

  @Test
  void a_call_does_not_begin_after_the_message_that_arrived_first() {
    assertThat(lines("2 START call_start=2026-11-20T09:00:10", "3 INTERNAL internal=101"))
        .containsExactly(
            "incoming_call_start 3 customer line null",
            "incoming_call_start_chain_member_call 3 customer 101 null");
  }

  @Test
  void any_message_says_when_a_call_began_whose_first_was_lost() {
    assertThat(lines("3 INTERNAL internal=101"))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_start_chain_member_call 3 customer 101 null");
    assertThat(lines("3 INTERNAL internal=101 call_start="))
        .containsExactly("incoming_call_start_chain_member_call 3 customer 101 null");
  }

  @Test
  void a_ring_of_nobody_known_is_none() {
    assertThat(lines("0 START", "3 INTERNAL", "4 INTERNAL internal=anonymous"))
        .containsExactly("incoming_call_start 0 customer line null");
  }

  @ParameterizedTest
  @CsvSource({"busy, busy", "no_answer, noanswer", "failed, unavailable", "melted, null"})
  void a_call_that_nobody_answered_ends_by_its_disposition(String disposition, String status) {
    assertThat(lines("0 START", "20 END internal=101 disposition=" + disposition))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_end 20 customer line " + status);
  }

  @Test
  void the_end_says_who_answered_when_that_message_was_lost() {
    assertThat(lines("0 START", "60 END disposition=answered internal=101"))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_end_chain_member_call 60 customer 101 answer",
            "incoming_call_end 60 customer line answer");
    assertThat(lines("0 START", "60 END disposition=answered"))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_end 60 customer line answer");
  }

  @Test
  void only_the_first_answer_is_dated_by_the_length_of_the_talk() {
    assertThat(
            lines(
                "0 START",
                "5 INTERNAL internal=101",
                "50 ANSWER internal=101",
                "70 ANSWER internal=102",
                "80 END disposition=answered duration=60 internal=102"))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_start_chain_member_call 5 customer 101 null",
            "incoming_call_answer 20 customer 101 null",
            "incoming_call_answer 70 customer 102 null",
            "incoming_call_end 80 customer line answer");
  }

  @Test
  void an_equal_answer_is_a_repetition_whenever_it_arrives() {
    assertThat(lines("9 ANSWER internal=101", "19 ANSWER internal=101"))
        .containsExactly(
            "incoming_call_start 0 customer line null", "incoming_call_answer 9 customer 101 null");
  }

  @ParameterizedTest
  @CsvSource({
    "internal=101 destination=102, 101",
    "destination=102, 102",
    "destination=0501112233, +380501112233",
    "destination=anonymous, null"
  })
  void who_answers_is_the_extension_or_a_number_outside(String fields, String member) {
    assertThat(lines("9 ANSWER " + fields))
        .contains("incoming_call_answer 9 customer " + member + " null");
  }

  @ParameterizedTest
  @CsvSource({"internal=101, 101", "internal=, line"})
  void an_outgoing_call_is_of_the_extension_and_else_of_the_line(String internal, String caller) {
    assertThat(
            lines(
                "0 OUT_START" + OUT + internal,
                "9 ANSWER" + OUT + internal,
                "60 OUT_END" + OUT + internal + " disposition=answered duration=51"))
        .containsExactly(
            "outgoing_call_start 0 " + caller + " +380501112233 null",
            "outgoing_call_answer 9 " + caller + " +380501112233 null",
            "outgoing_call_end 60 " + caller + " +380501112233 answer");
  }

  @ParameterizedTest
  @CsvSource({"out_1, outgoing", "in_1, incoming", "1795158000.17, incoming"})
  void an_answer_alone_is_of_a_call_whose_id_says_the_direction(String id, String direction) {
    assertThat(lines("9 ANSWER destination=0501112233 pbx_call_id=" + id))
        .hasSize(2)
        .allMatch(line -> line.startsWith(direction));
  }

  @ParameterizedTest
  @CsvSource({"END, INCOMING_CALL_END", "OUT_END, OUTGOING_CALL_END"})
  void an_end_keeps_its_duration(String event, CallEvent end) {
    assertThat(translated("60 " + event + OUT + "disposition=answered duration=51.5"))
        .filteredOn(each -> each.event() == end)
        .extracting(CallNotification::duration)
        .containsExactly(new BigDecimal("51.5"));
  }

  private static List<String> lines(String... messages) {
    return translated(messages).stream().map(ZadarmaCallTest::line).toList();
  }

  private static String line(CallNotification next) {
    return EventLine.of(next, START)
        .replace("+380671234567", "customer")
        .replace("+380441234500", "line");
  }

  private static List<CallNotification> translated(String... messages) {
    return ZADARMA.translate(Stream.of(messages).map(ZadarmaCallTest::raw).toList());
  }

  private static RawNotification raw(String message) {
    String[] words = message.split(" +", 0);
    List<String> fields =
        new ArrayList<>(
            List.of(
                "event=NOTIFY_" + words[1],
                "call_start=2026-11-20T09:00:00",
                "pbx_call_id=in_1",
                "caller_id=380671234567",
                "called_did=380441234500"));
    fields.addAll(List.of(words).subList(2, words.length));
    Fields sent = SentFields.of(fields);
    Instant at = START.plusSeconds(Long.parseLong(words[0]));
    Notification read = ZADARMA.read(sent, new Receipt(at, KYIV, "UA"));
    return new RawNotification(
        read.event(),
        requireNonNull(read.pbxId()),
        requireNonNull(read.occurredAt()),
        at,
        read.digest(),
        KYIV,
        "UA",
        sent);
  }
}
