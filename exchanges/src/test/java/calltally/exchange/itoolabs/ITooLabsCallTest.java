package calltally.exchange.itoolabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.RawNotification;
import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import calltally.exchange.testing.ShuffledMessages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message is written as its second and its fields. */
final class ITooLabsCallTest {

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
  private static final String HISTORY =
      " cmd=history type=in status=%s callid=c user=anna start=20261120T060000Z duration=%d wait=%d";
  private static final String OUTGOING_HISTORY =
      " cmd=history type=out status=%s user=anna phone=375290000101 start=20261120T060000Z"
          + " duration=60 wait=9";

  @Test
  void neither_order_nor_repetition_changes_what_messages_mean() {
    List<String> messages =
        List.of(
            "1 type=INCOMING user=anna ext=101 direction=in",
            "1 type=INCOMING user=oleg direction=in",
            "5 type=ACCEPTED user=anna direction=in",
            "5 type=CANCELLED user=oleg direction=in",
            "9 type=INCOMING user=vera phone=101 direction=internal callid=c-2",
            "9 type=ACCEPTED user=vera phone=101 direction=internal callid=c-2",
            "9 type=TRANSFERRED user=anna direction=in second_callid=c-2",
            "9 type=COMPLETED user=anna direction=in",
            "20 type=COMPLETED user=vera direction=internal callid=c-2",
            "20" + HISTORY.formatted("Success", 20, 5),
            "21" + HISTORY.formatted("Success", 20, 5) + " link=https://records.example.com/c");
    List<CallNotification> meant = translated(messages);
    assertThat(meant).hasSize(8);

    assertThat(ShuffledMessages.of(messages))
        .allSatisfy(
            shuffled ->
                assertThat(new HashSet<>(translated(shuffled))).isEqualTo(new HashSet<>(meant)));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1",
    "3.001, 2",
  })
  void phones_of_one_person_ring_together_within_two_seconds(String second, int rings) {
    assertThat(
            lines(
                "1 type=INCOMING user=anna direction=in",
                second + " type=INCOMING user=anna ext=101 direction=in"))
        .filteredOn(line -> line.contains("start_chain_member_call"))
        .hasSize(rings);
  }

  @ParameterizedTest
  @CsvSource({
    "22, 1",
    "22.001, 2",
  })
  void phones_of_one_person_stop_together_within_two_seconds(String second, int ends) {
    assertThat(
            lines(
                "1 type=INCOMING user=anna direction=in",
                "20 type=CANCELLED user=anna direction=in",
                second + " type=CANCELLED user=anna ext=101 direction=in",
                "30" + HISTORY.formatted("Missed", 30, 30)))
        .filteredOn(line -> line.contains("end_chain_member_call"))
        .hasSize(ends);
  }

  @ParameterizedTest
  @CsvSource({
    "Missed, noanswer",
    "Cancel, cancel",
    "Success, null",
    "Busy, null",
    "Recorded, null",
  })
  void the_history_explains_why_a_phone_stopped_ringing(String status, String reason) {
    assertThat(
            lines(
                "1 type=INCOMING user=anna direction=in",
                "20 type=CANCELLED user=anna direction=in",
                "40 type=ACCEPTED user=oleg direction=in",
                "60" + HISTORY.formatted(status, 60, 40)))
        .contains("incoming_call_end_chain_member_call 20 anna " + reason);
  }

  @Test
  void without_a_history_it_is_not_told_why_a_phone_stopped_ringing() {
    assertThat(
            lines(
                "1 type=INCOMING user=anna direction=in",
                "20 type=CANCELLED user=anna direction=in"))
        .containsExactly(
            "incoming_call_start 1 null null",
            "incoming_call_start_chain_member_call 1 anna null",
            "incoming_call_end_chain_member_call 20 anna null");
  }

  @ParameterizedTest
  @CsvSource({
    "g_11111111-2222-3333-4444-555555555555",
    "G_1@test.example.com",
    "pbx",
    "PBX@test.example.com",
  })
  void the_exchange_and_groups_are_nobodys_phone(String user) {
    assertThat(
            lines(
                "1 type=INCOMING user=" + user + " direction=in",
                "2 type=INCOMING user=anna direction=in",
                "9" + HISTORY.formatted("Success", 9, 5).replace("user=anna", "user=" + user)))
        .containsExactlyInAnyOrder(
            "incoming_call_start 0 null null",
            "incoming_call_start_chain_member_call 2 anna null",
            "incoming_call_answer 5 null null",
            "incoming_call_end 9 null answer");
  }

  @Test
  void a_person_is_the_same_with_and_without_extension() {
    assertThat(
            lines(
                "1 type=INCOMING user=anna direction=in",
                "5 type=ACCEPTED user=anna@test.example.com ext=101 direction=in"))
        .containsExactly(
            "incoming_call_start 1 null null",
            "incoming_call_start_chain_member_call 1 101 null",
            "incoming_call_answer 5 101 null",
            "incoming_call_end_chain_member_call 5 101 answer");
  }

  @Test
  void the_end_of_a_talk_is_not_the_end_of_a_call_that_rings_on() {
    assertThat(
            lines(
                "1 type=INCOMING user=anna direction=in",
                "5 type=ACCEPTED user=anna direction=in",
                "9 type=COMPLETED user=anna direction=in",
                "9.5 type=INCOMING user=oleg direction=in"))
        .noneMatch(line -> line.startsWith("incoming_call_end "));
  }

  @Test
  void an_answer_that_was_not_the_first_is_not_when_the_history_says() {
    assertThat(
            lines(
                "1 type=INCOMING user=anna direction=in",
                "9 type=TRANSFERRED user=anna direction=in",
                "9 type=INCOMING user=oleg direction=in",
                "12 type=ACCEPTED user=oleg direction=in",
                "20" + HISTORY.formatted("Success", 20, 5)))
        .contains("incoming_call_answer 12 oleg null");
  }

  @Test
  void without_a_direction_nothing_is_known_of_a_call() {
    assertThat(lines("5 type=COMPLETED user=anna phone=375290000101")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1 type=INCOMING user=anna direction=internal",
    "1 type=ACCEPTED user=anna phone=101",
    "9 cmd=history type=in status=Success user=anna phone=101 duration=9 wait=1",
  })
  void a_call_between_members_means_nothing(String message) {
    assertThat(lines(message)).isEmpty();
  }

  @Test
  void an_outgoing_call_is_answered_when_its_talk_has_ended() {
    String outgoing = "1 type=OUTGOING user=anna phone=375290000101 direction=out";
    String accepted = "5 type=ACCEPTED user=anna direction=out";

    assertThat(lines(outgoing, accepted))
        .containsExactly("outgoing_call_start 1 +375290000101 null");
    assertThat(lines(outgoing, accepted, "60 type=COMPLETED user=anna direction=out"))
        .containsExactly(
            "outgoing_call_start 1 +375290000101 null",
            "outgoing_call_answer 5 +375290000101 null",
            "outgoing_call_end 60 +375290000101 answer");
  }

  @Test
  void without_a_history_a_cancelled_outgoing_call_is_unfinished() {
    String outgoing = "1 type=OUTGOING user=anna phone=375290000101 direction=out";

    assertThat(lines(outgoing, "20 type=CANCELLED user=anna direction=out"))
        .containsExactly("outgoing_call_start 1 +375290000101 null");
  }

  @ParameterizedTest
  @CsvSource({
    "Missed, noanswer",
    "Busy, busy",
    "NotAvailable, unavailable",
    "Recorded, null",
  })
  void the_history_alone_makes_an_outgoing_call(String status, String end) {
    String history = "60" + OUTGOING_HISTORY.formatted("Success");

    assertThat(lines(history))
        .containsExactly(
            "outgoing_call_start 0 +375290000101 null",
            "outgoing_call_answer 9 +375290000101 null",
            "outgoing_call_end 60 +375290000101 answer");
    assertThat(lines(history.replace("Success", status)))
        .containsExactly(
            "outgoing_call_start 0 +375290000101 null",
            "outgoing_call_end 60 +375290000101 " + end);
  }

  @Test
  void the_caller_is_the_first_person_and_neither_exchange_nor_group() {
    assertThat(
            translated(
                List.of(
                    "1 type=OUTGOING user=pbx phone=375290000101 direction=out",
                    "2 type=OUTGOING user=g_1 phone=375290000101 direction=out",
                    "5 type=ACCEPTED user=anna@test.example.com ext=101 direction=out",
                    "60" + OUTGOING_HISTORY.formatted("Success"))))
        .extracting(CallNotification::caller)
        .containsExactly("101", "101", "101");
  }

  @Test
  void a_colleague_answers_when_the_customer_is_transferred_after_a_consultation() {
    List<String> consultation =
        List.of(
            "1 type=INCOMING user=anna direction=in",
            "5 type=ACCEPTED user=anna direction=in",
            "9 type=INCOMING user=vera phone=101 direction=internal callid=c-2",
            "10 type=ACCEPTED user=vera phone=101 direction=internal callid=c-2",
            "12 type=COMPLETED user=anna direction=in",
            "30 type=COMPLETED user=vera phone=101 direction=internal callid=c-2");
    List<String> transferred = new ArrayList<>(consultation);
    transferred.add("12 type=TRANSFERRED user=anna direction=in second_callid=c-2");

    assertThat(lines(transferred.toArray(String[]::new)))
        .endsWith("incoming_call_answer 12 vera null", "incoming_call_end 30 null answer");
    assertThat(lines(consultation.toArray(String[]::new)))
        .noneMatch(line -> line.contains("vera"))
        .endsWith("incoming_call_end 12 null answer");
  }

  @Test
  void a_call_goes_on_while_a_part_of_it_has_been_answered_and_has_not_ended() {
    List<String> parts =
        List.of(
            "1 type=INCOMING user=anna direction=in",
            "5 type=ACCEPTED user=anna direction=in",
            "9 type=COMPLETED user=anna direction=in",
            "9 type=INCOMING user=oleg direction=in callid=c-2",
            "12 type=ACCEPTED user=oleg direction=in callid=c-2");
    List<String> ended = new ArrayList<>(parts);
    ended.add("30 type=COMPLETED user=oleg direction=in callid=c-2");

    assertThat(lines(parts.toArray(String[]::new)))
        .contains("incoming_call_answer 12 oleg null")
        .noneMatch(line -> line.startsWith("incoming_call_end "));
    assertThat(lines(ended.toArray(String[]::new))).endsWith("incoming_call_end 30 null answer");
  }

  @Test
  void the_end_has_the_length_of_its_talk_and_the_last_link() {
    String link = " link=https://records.example.com/";

    assertThat(
            translated(
                List.of(
                    "60" + HISTORY.formatted("Success", 60, 9) + link + "1",
                    "61" + HISTORY.formatted("Success", 60, 9) + link + "2")))
        .filteredOn(next -> next.event() == CallEvent.INCOMING_CALL_END)
        .extracting(CallNotification::duration, CallNotification::audioPath)
        .containsExactly(tuple(new BigDecimal("51"), "https://records.example.com/2"));
  }

  private static List<String> lines(String... messages) {
    return translated(List.of(messages)).stream()
        .map(
            next ->
                "%s %s %s %s"
                    .formatted(next.event().label(), second(next), next.receiver(), next.status()))
        .toList();
  }

  private static String second(CallNotification next) {
    return String.valueOf(next.time().getEpochSecond() - START.getEpochSecond());
  }

  private static List<CallNotification> translated(List<String> messages) {
    return new ITooLabs().translate(messages.stream().map(ITooLabsCallTest::raw).toList());
  }

  private static RawNotification raw(String message) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("cmd", new FieldValue.Text("event"));
    fields.put("callid", new FieldValue.Text("c"));
    String[] words = message.split(" ", 0);
    for (String word : List.of(words).subList(1, words.length)) {
      int equals = word.indexOf('=');
      fields.put(word.substring(0, equals), new FieldValue.Text(word.substring(equals + 1)));
    }
    Fields all = new Fields(fields);
    Instant time = START.plusMillis((long) (Double.parseDouble(words[0]) * 1000));
    return new RawNotification(
        ITooLabsMessage.Kind.of(all).orElseThrow().name(),
        ITooLabsMessage.callId(all),
        time,
        time,
        message,
        ZoneId.of("Europe/Minsk"),
        "BY",
        all);
  }
}
