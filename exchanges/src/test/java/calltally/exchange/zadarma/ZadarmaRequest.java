package calltally.exchange.zadarma;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.RequestHeaders;
import calltally.exchange.request.RequestMethod;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as Zadarma sends them. */
final class ZadarmaRequest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private ZadarmaRequest() {}

  static NotifyRequest form(Map<String, String> fields, String... signatures) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(joining("&"));
    return post(FORM, body, signatures);
  }

  static NotifyRequest multipart(Map<String, String> fields, String... signatures) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue()))
            .collect(joining("", "", "--b--\r\n"));
    return post("multipart/form-data; boundary=b", body, signatures);
  }

  static NotifyRequest get(@Nullable String query) {
    return new NotifyRequest(
        RequestMethod.GET,
        "",
        "",
        query,
        new RequestHeaders(null, null, List.of(), Map.of()),
        ReceivedBody.none(0));
  }

  private static NotifyRequest post(String type, String body, String... signatures) {
    Bytes content = Bytes.of(body.getBytes(UTF_8));
    return new NotifyRequest(
        RequestMethod.POST,
        "",
        "",
        null,
        new RequestHeaders(type, null, List.of(), Map.of("signature", List.of(signatures))),
        new ReceivedBody(0, content, content.size(), ReceivedBody.End.COMPLETE));
  }
}
