package calltally.exchange.zadarma;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.text.SecretText;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message's proof of its sender: Base64 of the HMAC-SHA1 in hexadecimal.
 *
 * <p>It covers two or three fields; which ones depends on the event. Neither how a call ended nor
 * how long it took is among them.
 */
final class ZadarmaSignature {

  static final String HEADER = "Signature";
  private static final String HMAC = "HmacSHA1";
  private static final List<String> INCOMING = List.of("caller_id", "called_did", "call_start");
  private static final List<String> ANSWER = List.of("caller_id", "destination", "call_start");
  private static final List<String> OUTGOING = List.of("internal", "destination", "call_start");
  private static final List<String> RECORD = List.of("pbx_call_id", "call_id_with_rec");

  private ZadarmaSignature() {}

  /** Whether the secret signed the request's body. */
  static boolean proves(NotifyRequest request, String secret) {
    List<String> sent = request.headers().all(HEADER);
    try {
      Fields fields = RequestFields.of(request);
      boolean isGenuine = false;
      for (List<String> signed : signedFields(ZadarmaEvent.of(fields))) {
        isGenuine |=
            sent.size() == 1 && SecretText.equal(sign(fields, signed, secret), sent.get(0));
      }
      return isGenuine;
    } catch (NotANotification e) {
      return false;
    }
  }

  /** What a signature may cover, one field after the other; of an unknown event it is not known. */
  private static List<List<String>> signedFields(ZadarmaEvent event) {
    return switch (event) {
      case NOTIFY_START, NOTIFY_INTERNAL, NOTIFY_END, NOTIFY_IVR -> List.of(INCOMING);
      case NOTIFY_ANSWER -> List.of(ANSWER);
      case NOTIFY_OUT_START, NOTIFY_OUT_END -> List.of(OUTGOING);
      case NOTIFY_RECORD -> List.of(RECORD);
      case UNKNOWN -> List.of(INCOMING, ANSWER, OUTGOING, RECORD);
    };
  }

  private static String sign(Fields fields, List<String> signed, String secret) {
    String text =
        signed.stream().map(name -> fields.text(name).orElse("")).collect(Collectors.joining());
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
      String digest = HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
      return Base64.getEncoder().encodeToString(digest.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
