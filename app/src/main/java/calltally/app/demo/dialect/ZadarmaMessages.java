package calltally.app.demo.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.demo.exchange.SimulatedCall;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signed messages that Zadarma sends about a call. */
record ZadarmaMessages(SimulatedCall call, PhoneBook phones) {

  /** The secret of the account, which signs each message. */
  static final String SECRET = "demo-secret";

  private static final String HMAC = "HmacSHA1";

  /** The customer. */
  String caller() {
    String customer = call.customer();
    return customer == null ? "anonymous" : PhoneBook.digits(customer);
  }

  DialectMessage ofLine(String event, Instant at, Map<String, String> others) {
    Map<String, String> fields = common(event);
    fields.put("caller_id", caller());
    fields.put("called_did", PhoneBook.digits(Objects.requireNonNull(call.dialled())));
    fields.putAll(others);
    return signed(at, fields, "caller_id", "called_did", "call_start");
  }

  DialectMessage answer(Instant at, String from, String destination, String extension) {
    Map<String, String> fields = common("NOTIFY_ANSWER");
    fields.put("caller_id", from);
    fields.put("destination", destination);
    fields.put("internal", extension);
    return signed(at, fields, "caller_id", "destination", "call_start");
  }

  DialectMessage out(String event, Instant at, String extension, Map<String, String> others) {
    Map<String, String> fields = common(event);
    fields.put("internal", extension);
    fields.put("destination", caller());
    fields.putAll(others);
    return signed(at, fields, "internal", "destination", "call_start");
  }

  Map<String, String> result() {
    return Map.of(
        "duration",
        String.valueOf(call.talk().toSeconds()),
        "disposition",
        call.isAnswered() ? "answered" : "no answer",
        "is_recorded",
        "0");
  }

  private Map<String, String> common(String event) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", event);
    fields.put(
        "call_start",
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(phones.zone())
            .format(call.startedAt()));
    fields.put("pbx_call_id", (call.isIncoming() ? "in_" : "out_") + call.pbxId());
    return fields;
  }

  private static DialectMessage signed(Instant at, Map<String, String> fields, String... signed) {
    String text = Stream.of(signed).map(fields::get).collect(Collectors.joining());
    return DialectMessage.form(at, fields).signed("Signature", signature(text));
  }

  private static String signature(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), HMAC));
      String digest = HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
      return Base64.getEncoder().encodeToString(digest.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
