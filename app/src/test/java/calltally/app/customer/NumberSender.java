package calltally.app.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sends numbers to a receiver: as parties of calls, and as texts in other fields.
 *
 * @param sent the ids of the calls
 */
record NumberSender(URI address, Set<String> sent) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern LITERAL = Pattern.compile("[1-9][0-9]*(\\.0)?");
  private static final String IN_CALL =
      "event=%s&time=2026-11-20T06:00:00Z&pbx_id=%s&status=NOANSWER&%s=%s";

  /** Sends the number in every place; all that it sends contains the name. */
  void sendEverywhere(String written, String name) throws IOException, InterruptedException {
    String form = URLEncoder.encode(written, UTF_8);
    String text = new String(JsonStringEncoder.getInstance().quoteAsString(written));
    String incoming = id(name);
    get(IN_CALL.formatted("incoming_call_start", incoming, "caller", form));
    post(IN_CALL.formatted("incoming_call_end", incoming, "caller", form));
    post(IN_CALL.formatted("outgoing_call_start", id(name), "receiver", form));
    post(IN_CALL.formatted("tags", id(name), "tags", "vip," + form));
    json(
        """
        {"event": "tags", "time": "2026-11-20T06:00:31Z", "pbx_id": "%s", "crm": {"%s": ["about %s", 7]}}
        """
            .formatted(id(name), text, text));
    if (LITERAL.matcher(written).matches()) {
      json(
          """
          {"event": "outgoing_call_start", "time": "2026-11-20T06:00:00Z", "pbx_id": "%s", "receiver": %s}
          """
              .formatted(id(name), written));
    }
    post("event=sms&time=2026-11-20T06:00:32Z&text=%s&caller=%s".formatted(name, form));
    post("event=incoming_call_start&note=%s&caller=%s".formatted(name, form));
  }

  private String id(String name) {
    String id = name + sent.size();
    sent.add(id);
    return id;
  }

  private void get(String query) throws IOException, InterruptedException {
    send(HttpRequest.newBuilder(URI.create(address + "?" + query)));
  }

  private void post(String form) throws IOException, InterruptedException {
    post("application/x-www-form-urlencoded", form);
  }

  private void json(String object) throws IOException, InterruptedException {
    post("application/json", object);
  }

  private void post(String type, String body) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body)));
  }

  private static void send(HttpRequest.Builder request) throws IOException, InterruptedException {
    CLIENT.send(request.build(), BodyHandlers.discarding());
  }
}
