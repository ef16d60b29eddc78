package calltally.ingest.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Valid requests with random damage. */
final class Mutations {

  private static final List<String> CONTENTS =
      List.of(
          "event=incoming_call_start&time=2026-11-20T06:00:00.000Z&pbx_id=1763618400.101"
              + "&caller=%2B375291112233&receiver=%2B375290000001",
          "event=incoming_call_end&time=2026-11-20T09:00:09&pbx_id=1.1&status=NOANSWER&duration=9.0",
          "{\"event\":\"outgoing_call_end\",\"time\":\"2026-11-20T06:01:00+03:00\",\"pbx_id\":17.10,"
              + "\"duration\":52.5,\"tags\":[\"a\",{\"b\":null}],\"audio_path\":\"https://r.example.com/1\"}",
          "{\"event\":\"speech\",\"summary\":{\"a\":[1,2,3,[true,false]]},\"x\":-0.0,\"y\":1e400}",
          String.join(
              "\r\n",
              "--b",
              "Content-Disposition: form-data; name=\"event\"",
              "",
              "test",
              "--b",
              "Content-Disposition: form-data; name=\"message\"",
              "Content-Type: text/plain; charset=windows-1251",
              "",
              "\u041F\u0440\u0438",
              "--b--",
              ""));
  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=windows-1251",
          "application/json",
          "multipart/form-data; boundary=b",
          "text/plain",
          "application/json; charset=utf-16",
          "multipart/form-data; boundary=\"\"; charset=",
          "");
  private static final List<String> PIECES =
      List.of(
          "\0",
          "%00",
          "\\u0000",
          "\\ud83d",
          "\uFEFF",
          "%",
          "%ff",
          "&",
          "=",
          "+",
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\r\n",
          "--b",
          "time=",
          "event",
          "9999-12-31T23:59:60Z",
          "-292275055-05-16T16:47:04Z",
          "+999999999-01-01T00:00:00Z",
          "0000-00-00T00:00:00",
          "1e999999999",
          "99999999999999999999",
          "NaN",
          "\uD83D\uDE00",
          "\u0660\u0661",
          "null");

  private final Random chance;

  Mutations(long seed) {
    chance = new Random(seed);
  }

  NotifyRequest next() {
    byte[] content = any(CONTENTS).getBytes(UTF_8);
    for (int change = chance.nextInt(6); change > 0; change--) {
      content = changed(content);
    }
    return switch (chance.nextInt(4)) {
      case 0 -> NotifyRequest.kept(RequestMethod.GET, latin(content), any(TYPES), Bytes.NONE);
      case 1 -> NotifyRequest.line(Bytes.of(content));
      default -> NotifyRequest.kept(RequestMethod.POST, query(), type(), Bytes.of(content));
    };
  }

  private String query() {
    return chance.nextInt(3) == 0 ? latin(changed(any(CONTENTS).getBytes(UTF_8))) : "";
  }

  private String type() {
    String type = any(TYPES);
    return chance.nextInt(4) == 0 ? latin(changed(type.getBytes(UTF_8))) : type;
  }

  private byte[] changed(byte[] bytes) {
    int from = chance.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, from + chance.nextInt(8));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(bytes, 0, from);
    switch (chance.nextInt(5)) {
      case 0 -> changed.writeBytes(any(PIECES).getBytes(UTF_8));
      case 1 -> changed.write(chance.nextInt(256));
      case 2 -> changed.writeBytes(any(PIECES).repeat(chance.nextInt(120)).getBytes(UTF_8));
      case 3 -> changed.write(bytes, 0, until);
      default -> {}
    }
    changed.write(bytes, until, bytes.length - until);
    return changed.toByteArray();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private <T> T any(List<T> values) {
    return values.get(chance.nextInt(values.size()));
  }
}
