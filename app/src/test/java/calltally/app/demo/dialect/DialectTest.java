package calltally.app.demo.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.demo.exchange.DemoCompany;
import calltally.app.demo.exchange.SimulatedCall;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.demo.exchange.SimulatedWeek;
import calltally.exchange.Capabilities;
import calltally.exchange.Exchanges;
import calltally.exchange.Notification;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Secrets;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestHeaders;
import calltally.exchange.request.RequestMethod;
import calltally.reporting.call.fold.Call;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random calls, put into an exchange's words and read again, are what they were. */
final class DialectTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final SimulatedCompany COMPANY = DemoCompany.inEnglish();
  private static final PhoneBook PHONES = PhoneBook.of(COMPANY);
  private static final FoldedHistory HISTORY = new FoldedHistory(COMPANY);

  static List<Dialect> dialects() {
    return Stream.concat(Dialects.all().stream(), Stream.of(new KolokolDialect())).toList();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void random_calls_are_read_as_they_were(Dialect dialect) {
    assertReadAsTheyWere(dialect, calls(1, 1).subList(0, 200));
  }

  @Tag("faults")
  @ParameterizedTest
  @MethodSource("dialects")
  void many_random_calls_are_read_as_they_were(Dialect dialect) {
    assertReadAsTheyWere(dialect, calls(2, 12).subList(0, 10_000));
  }

  /** In random order, those of all days and lines. */
  private static List<SimulatedCall> calls(long seed, int weeks) {
    List<SimulatedCall> calls =
        SimulatedWeek.consecutive(COMPANY, MONDAY, weeks, seed)
            .flatMap(week -> week.truth().calls().stream())
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(calls, new Random(seed));
    return calls;
  }

  private static void assertReadAsTheyWere(Dialect dialect, List<SimulatedCall> calls) {
    PbxProtocol exchange = Exchanges.require(dialect.exchange());
    ClaimedFigures claimed = new ClaimedFigures(exchange.capabilities());
    Random random = new Random(1);
    List<String> differences = new ArrayList<>();
    for (SimulatedCall each : calls) {
      SimulatedCall call = each.truncatedTo(dialect.precision());
      List<RawNotification> raw = received(dialect, exchange, call);
      if (!raw.isEmpty()) {
        Optional<Call> translated = HISTORY.translated(exchange, raw);
        List<String> expected = claimed.of(HISTORY.direct(call));
        List<String> actual = translated.map(claimed::of).orElse(List.of("no call"));
        if (!actual.equals(expected)) {
          differences.add(
              "call %s%n  expected %s%n  was      %s".formatted(call, expected, actual));
        }
        assertSetIsRead(exchange, raw, translated, random);
      }
    }
    assertThat(differences.stream().limit(5))
        .as("%d of %d calls differ", differences.size(), calls.size())
        .isEmpty();
  }

  /** Neither order nor repetition changes anything. */
  private static void assertSetIsRead(
      PbxProtocol exchange, List<RawNotification> raw, Optional<Call> expected, Random random) {
    ClaimedFigures all = new ClaimedFigures(Capabilities.ALL);
    List<RawNotification> doubled = new ArrayList<>(raw);
    doubled.addAll(raw);
    for (List<RawNotification> set : List.of(new ArrayList<>(raw), doubled)) {
      Collections.shuffle(set, random);
      assertThat(HISTORY.translated(exchange, set).map(all::of)).isEqualTo(expected.map(all::of));
    }
  }

  /** As the journal keeps it: without repetitions. */
  private static List<RawNotification> received(
      Dialect dialect, PbxProtocol exchange, SimulatedCall call) {
    Map<String, RawNotification> raw = new LinkedHashMap<>();
    for (DialectMessage message : inOrder(dialect.messages(call, PHONES))) {
      NotifyRequest request = request(message);
      Secrets secrets = new Secrets(List.of(), dialect.secrets());
      Optional<NotifyRequest> proven = exchange.authenticate(request, secrets, message.at());
      assertThat(proven).as(message.body()).isPresent();
      Receipt receipt = new Receipt(message.at(), COMPANY.zone(), COMPANY.region());
      Notification read = exchange.read(exchange.fields(proven.orElseThrow()), receipt);
      assertThat(read.isOfCall()).as(message.body()).isTrue();
      raw.putIfAbsent(read.digest(), raw(read, receipt));
    }
    return List.copyOf(raw.values());
  }

  private static List<DialectMessage> inOrder(List<DialectMessage> messages) {
    return messages.stream().sorted(Comparator.comparing(DialectMessage::at)).toList();
  }

  private static NotifyRequest request(DialectMessage message) {
    NotifyRequest body =
        NotifyRequest.kept(
            RequestMethod.POST, null, null, Bytes.of(message.body().getBytes(UTF_8)));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    message
        .headers()
        .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
    return new NotifyRequest(
        RequestMethod.POST,
        "",
        message.path(),
        null,
        new RequestHeaders(message.headers().get("Content-Type"), null, List.of(), headers),
        body.body());
  }

  private static RawNotification raw(Notification read, Receipt receipt) {
    return new RawNotification(
        read.event(),
        String.valueOf(read.pbxId()),
        Objects.requireNonNull(read.occurredAt()),
        receipt.receivedAt(),
        read.digest(),
        receipt.zone(),
        receipt.region(),
        read.fields());
  }
}
