package calltally.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.field.CanonicalFields;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import calltally.exchange.testing.Corpus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Any requests become notifications or rejections, and any notifications of a call a translation
 * that depends neither on their order nor on repetitions.
 */
final class ExchangeFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Minsk");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MOST_REQUESTS = 8;

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read() {
    return Corpus.of("exchange", ExchangeFuzzTest::fuzzerTestOneInput);
  }

  /**
   * Reads the requests.
   *
   * @param input the first letter of an exchange's name; then requests, each its path, a line feed
   *     and its body, with the separator of records (0x1E) between them
   */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, ISO_8859_1);
    if (text.isEmpty()) {
      return;
    }
    PbxProtocol exchange =
        Exchanges.all().stream()
            .filter(one -> one.name().startsWith(text.substring(0, 1)))
            .findFirst()
            .orElse(Exchanges.standard());
    String[] requests = text.substring(1).split("\u001E", MOST_REQUESTS);
    // The journal keeps the first of equal ones.
    Map<String, RawNotification> raw = new LinkedHashMap<>();
    for (int index = 0; index < requests.length; index++) {
      Receipt receipt = new Receipt(NOW.plusMillis(index), ZONE, "BY");
      read(exchange, request(requests[index]), receipt)
          .ifPresent(next -> raw.putIfAbsent(next.digest(), next));
    }
    if (exchange.equals(Exchanges.standard())) {
      return;
    }
    raw.values().stream()
        .collect(groupingBy(RawNotification::callId))
        .values()
        .forEach(call -> translate(exchange, call));
  }

  private static NotifyRequest request(String text) {
    int end = text.indexOf('\n');
    String path = end < 0 ? "" : text.substring(0, end);
    Bytes body = Bytes.of(text.substring(end + 1).getBytes(ISO_8859_1));
    return NotifyRequest.kept(RequestMethod.POST, path, null, FORM, body);
  }

  private static Optional<RawNotification> read(
      PbxProtocol exchange, NotifyRequest request, Receipt receipt) {
    requireNonNull(exchange.verify(request));
    NotifyRequest masked = exchange.masked(request);
    assertThat(exchange.masked(masked).body().content().toArray())
        .isEqualTo(masked.body().content().toArray());
    try {
      Fields fields = exchange.fields(request);
      String canonical = new CanonicalFields(fields).toString();
      assertThat(new CanonicalFields(Fields.kept(canonical))).hasToString(canonical);
      requireNonNull(exchange.numbers(fields));
      Notification read = exchange.read(fields, receipt);
      requireNonNull(exchange.reply(request));
      return Optional.ofNullable(read.pbxId())
          .filter(id -> read.isOfCall())
          .map(id -> raw(read, id, receipt));
    } catch (NotANotification e) {
      return Optional.empty();
    }
  }

  private static RawNotification raw(Notification read, String callId, Receipt receipt) {
    return new RawNotification(
        read.event(),
        callId,
        requireNonNull(read.occurredAt()),
        receipt.receivedAt(),
        read.digest(),
        receipt.zone(),
        receipt.region(),
        read.fields());
  }

  private static void translate(PbxProtocol exchange, List<RawNotification> call) {
    Set<CallNotification> translated = Set.copyOf(exchange.translate(call));
    List<RawNotification> reversed = new ArrayList<>(call);
    Collections.reverse(reversed);
    List<RawNotification> twice = new ArrayList<>(call);
    twice.addAll(call);

    assertThat(Set.copyOf(exchange.translate(reversed))).isEqualTo(translated);
    assertThat(Set.copyOf(exchange.translate(twice))).isEqualTo(translated);
  }
}
