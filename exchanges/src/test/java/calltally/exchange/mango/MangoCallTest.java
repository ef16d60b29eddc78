package calltally.exchange.mango;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.Notification;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.field.Fields;
import calltally.exchange.testing.EventLine;
import calltally.exchange.testing.ShuffledMessages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A message is written as its second and either leg, seq, state, from, to and reason, or the word
 * {@code summary}, direction, from, to, start, talk, result and reason.
 */
final class MangoCallTest {

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final Mango MANGO = new Mango();

  @Test
  void a_ring_ends_with_its_answer_and_not_with_its_leg() {
    assertThat(
            lines(
                "0 menu 1 Appeared customer line 0",
                "2 c1 1 Appeared customer 101 0",
                "7 c1 2 Connected customer 101 0",
                "60 c1 3 Disconnected customer 101 1110",
                "60 summary 1 customer 101 0 7 1 1110"))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_start_chain_member_call 2 customer 101 null",
            "incoming_call_end_chain_member_call 7 customer 101 answer",
            "incoming_call_answer 7 customer 101 null",
            "incoming_call_end 60 customer line answer");
  }

  @Test
  void neither_order_nor_repetition_changes_what_messages_mean() {
    List<String> messages =
        List.of(
            "0 menu 1 Appeared customer line 0",
            "2 c1 1 Appeared customer 101 0",
            "2 c2 1 Appeared customer 102 0",
            "9 c1 2 Connected customer 101 0",
            "9 c2 2 Disconnected customer 102 1182",
            "20 c3 1 Appeared 101 103 0",
            "25 c3 2 Connected 101 103 0",
            "30 c3 3 Connected customer 103 0",
            "60 c3 4 Disconnected customer 103 1110",
            "60 summary 1 customer 101 0 9 1 1110");
    List<CallNotification> meant = translated(messages);
    assertThat(meant).hasSize(8);

    assertThat(ShuffledMessages.of(messages))
        .allSatisfy(
            shuffled ->
                assertThat(new HashSet<>(translated(shuffled))).isEqualTo(new HashSet<>(meant)));
  }

  @ParameterizedTest
  @CsvSource({"1111, noanswer", "1121, busy", "1182, cancel", "1130, unavailable", "0, null"})
  void a_ring_without_an_answer_ends_for_the_reason_of_its_leg(int reason, String status) {
    assertThat(
            lines(
                "0 menu 1 Appeared customer line 0",
                "2 c1 1 Appeared customer 101 0",
                "22 c1 2 Disconnected customer 101 " + reason))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_start_chain_member_call 2 customer 101 null",
            "incoming_call_end_chain_member_call 22 customer 101 " + status);
  }

  @Test
  void the_summary_reports_a_start_and_an_answer_whose_messages_were_lost() {
    assertThat(
            lines(
                "2 c1 1 Appeared customer 101 0",
                "20 c1 2 Disconnected customer 101 1111",
                "25 c2 1 Appeared customer 101 0",
                "60 summary 1 customer 101 0 30 1 1110"))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_start_chain_member_call 2 customer 101 null",
            "incoming_call_end_chain_member_call 20 customer 101 noanswer",
            "incoming_call_start_chain_member_call 25 customer 101 null",
            "incoming_call_end_chain_member_call 30 customer 101 answer",
            "incoming_call_answer 30 customer 101 null",
            "incoming_call_end 60 customer line answer");
  }

  @ParameterizedTest
  @CsvSource({"1130, unavailable", "1110, cancel", "0, null"})
  void a_success_without_a_talk_is_no_answer(int reason, String status) {
    assertThat(lines("60 summary 1 customer 101 0 - 1 " + reason))
        .containsExactly(
            "incoming_call_start 0 customer line null",
            "incoming_call_end 60 customer line " + status);
  }

  @ParameterizedTest
  @CsvSource({"7, 53", "60, 0", "61,", "-,"})
  void a_talk_lasts_until_the_end_and_never_less_than_nothing(
      String talk, @Nullable BigDecimal seconds) {
    assertThat(translated(List.of("60 summary 1 customer 101 0 " + talk + " 1 1110")))
        .filteredOn(each -> each.event() == CallEvent.INCOMING_CALL_END)
        .extracting(CallNotification::duration)
        .containsExactly(seconds);
  }

  @Test
  void a_colleague_who_was_consulted_answers_when_the_customer_is_put_through() {
    assertThat(
            lines(
                "0 menu 1 Appeared customer line 0",
                "2 c1 1 Appeared customer 101 0",
                "5 c1 2 Connected customer 101 0",
                "20 c2 1 Appeared 101 102 0",
                "22 c2 2 Connected 101 102 0",
                "30 c2 3 Connected customer 102 0"))
        .filteredOn(line -> line.contains("102"))
        .containsExactly("incoming_call_answer 30 customer 102 null");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 101, 102, incoming_call_start",
    "2, customer, 101, outgoing_call_start",
    "0, customer, 101,",
    "7, customer, 101, incoming_call_start",
    "7, 101, customer, outgoing_call_start",
    "7, 101, 102,",
  })
  void a_direction_that_is_not_documented_follows_from_the_parties(
      int direction, String from, String to, @Nullable String start) {
    String summary = "60 summary %d %s %s 0 - 0 1110".formatted(direction, from, to);

    assertThat(translated(List.of(summary)))
        .extracting(each -> each.event().label())
        .filteredOn(event -> event.endsWith("start"))
        .isEqualTo(start == null ? List.of() : List.of(start));
  }

  @ParameterizedTest
  @CsvSource({
    "customer, 101, incoming_call_start_chain_member_call",
    "101, customer, outgoing_call_start",
    "101, 102,"
  })
  void without_a_summary_the_first_leg_says_the_direction(
      String from, String to, @Nullable String event) {
    assertThat(translated(List.of("0 c1 1 Appeared %s %s 0".formatted(from, to))))
        .extracting(each -> each.event().label())
        .filteredOn(label -> !label.equals("incoming_call_start"))
        .isEqualTo(event == null ? List.of() : List.of(event));
  }

  @Test
  void an_outgoing_call_is_answered_when_the_customer_is_connected() {
    assertThat(
            lines(
                "0 c1 1 Appeared 101 customer 0",
                "9 c1 2 Connected 101 customer 0",
                "40 c1 3 Disconnected 101 customer 1120"))
        .containsExactly(
            "outgoing_call_start 0 101 customer null",
            "outgoing_call_answer 9 101 customer null",
            "outgoing_call_end 40 101 customer answer");
  }

  @ParameterizedTest
  @CsvSource({"1121, busy", "1111, noanswer", "0, null"})
  void an_outgoing_call_that_nobody_answered_ends_for_the_reason_of_its_leg(
      int reason, String status) {
    assertThat(
            lines("0 c1 1 Appeared 101 customer 0", "9 c1 2 Disconnected 101 customer " + reason))
        .containsExactly(
            "outgoing_call_start 0 101 customer null",
            "outgoing_call_end 9 101 customer " + status);
  }

  @Test
  void the_summary_alone_makes_an_outgoing_call() {
    assertThat(lines("60 summary 2 101 customer 0 9 1 1120"))
        .containsExactly(
            "outgoing_call_start 0 101 customer null",
            "outgoing_call_answer 9 101 customer null",
            "outgoing_call_end 60 101 customer answer");
    assertThat(lines("60 summary 2 101 customer - - 0 1121"))
        .containsExactly("outgoing_call_end 60 101 customer busy");
  }

  @Test
  void a_callback_is_outgoing_and_the_phone_of_its_member_is_no_answer() {
    assertThat(
            lines(
                "0 c1 1 Appeared customer 101 0 callback",
                "4 c1 2 Connected customer 101 0 callback",
                "5 c2 1 Appeared 101 customer 0",
                "12 c2 3 Connected 101 customer 0",
                "42 c2 4 Disconnected 101 customer 1120",
                "42 c1 3 Disconnected customer 101 1100"))
        .containsExactly(
            "outgoing_call_start 0 101 customer null",
            "outgoing_call_answer 12 101 customer null",
            "outgoing_call_end 42 101 customer answer");
  }

  private static List<String> lines(String... messages) {
    return translated(List.of(messages)).stream().map(MangoCallTest::line).toList();
  }

  private static String line(CallNotification next) {
    return EventLine.of(next, START)
        .replace("+375290000101", "customer")
        .replace("+375290000001", "line");
  }

  private static List<CallNotification> translated(List<String> messages) {
    return MANGO.translate(messages.stream().map(MangoCallTest::raw).toList());
  }

  private static RawNotification raw(String message) {
    String[] words = message.split(" ", 0);
    String json = words[1].equals("summary") ? summary(words) : leg(words);
    Fields fields = Fields.ofJson("{\"path\":\"\",\"json\":" + json + "}");
    Notification read = MANGO.read(fields, new Receipt(START, MINSK, "BY"));
    return new RawNotification(
        read.event(),
        "e",
        requireNonNull(read.occurredAt()),
        START,
        read.digest(),
        MINSK,
        "BY",
        fields);
  }

  private static String leg(String[] words) {
    return """
        {"entry_id":"e","timestamp":%s,"call_id":"%s","seq":"%s","call_state":"%s",
        "location":"%s","from":%s,"to":%s,"disconnect_reason":%s%s}"""
        .formatted(
            time(words[0]),
            words[1],
            words[2],
            words[3],
            words[5].equals("line") ? "ivr" : "abonent",
            party(words[4]),
            party(words[5]),
            words[6],
            words.length > 7 ? ",\"callback_initiator\":\"sip:101@test.mangosip.ru\"" : "");
  }

  private static String summary(String[] words) {
    return """
        {"entry_id":"e","end_time":%s,"call_direction":%s,"from":%s,"to":%s,
        "line_number":"375290000001","create_time":%s,"talk_time":%s,"entry_result":%s,
        "disconnect_reason":%s}"""
        .formatted(
            time(words[0]),
            words[2],
            party(words[3]),
            party(words[4]),
            time(words[5]),
            time(words[6]),
            words[7],
            words[8]);
  }

  private static String party(String word) {
    return switch (word) {
      case "customer" -> "{\"number\":\"375290000101\"}";
      case "line" -> "{\"number\":\"375290000001\",\"line_number\":\"375290000001\"}";
      default -> "{\"extension\":\"%1$s\",\"number\":\"sip:%1$s@test.ru\"}".formatted(word);
    };
  }

  /** Zero is how Mango writes that there is none. */
  private static long time(String second) {
    return second.equals("-") ? 0 : START.plusSeconds(Long.parseLong(second)).getEpochSecond();
  }
}
