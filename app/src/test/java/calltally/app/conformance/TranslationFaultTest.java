package calltally.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Exchanges;
import calltally.exchange.field.Fields;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TranslationFaultTest {

  private static final String ROW =
      """
      {"event": "ring", "pbx_id": "k1", "occurred_at": "2026-11-20T06:00:00+00:00",
       "received_at": "2026-11-20T06:00:01+00:00", "digest": "00", "zone": "Europe/Minsk",
       "region": "BY",
       "fields": {"type": "ring", "uuid": "k1", "ts": 1795154400, "dir": "in", "from": "x"}}
      """;

  @Test
  void what_is_thrown_is_printed_with_its_place_in_the_exchange() {
    assertThat(in("sipsim", ROW))
        .hasValueSatisfying(
            printed ->
                assertThat(printed)
                    .matches(
                        "java\\.lang\\.UnsupportedOperationException: these notifications need no"
                            + " translation at calltally\\.exchange\\.sipsim\\.SipSim\\.translate"
                            + "\\(SipSim\\.java:\\d+\\)"));
  }

  /** Its rule says enough, and it has no place. */
  @Test
  void what_breaks_a_rule_is_printed_with_the_rule() {
    assertThat(in("example", ROW.replace("\"in\"", "\"up\"")))
        .contains(
            "calltally.exchange.field.NotANotification: the direction must be in, out or int");
  }

  @Test
  void what_can_be_translated_has_no_fault() {
    assertThat(in("example", ROW)).isEmpty();
  }

  private static Optional<String> in(String exchange, String row) {
    return new TranslationFault(Exchanges.require(exchange)).in(List.of(Fields.kept(row)));
  }
}
