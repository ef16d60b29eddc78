package calltally.app.conformance;

import calltally.exchange.field.Fields;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects how replies and rows differ from what the files say, with file and line. */
final class FoundDifferences {

  private static final int OK = 200;

  private final List<String> all = new ArrayList<>();

  /** What one order of arrival was found to break; the other orders break the same. */
  private final Set<String> reported = new HashSet<>();

  /** Those found until now, to which others may be added. */
  List<String> all() {
    return all;
  }

  /** Compares the reply to a request. */
  void compare(Variant variant, int index, HttpResponse<String> reply) {
    List<Fields> replies = variant.scenario().replies();
    Fields wanted = replies.isEmpty() ? Fields.NONE : replies.get(index);
    String status = wanted.text("status").orElse(String.valueOf(OK));
    String text = wanted.text("text").orElse(reply.body());
    if (!status.equals(String.valueOf(reply.statusCode())) || !text.equals(reply.body())) {
      add(
          variant,
          "%s: the reply must be %s %s (was %d %s)"
              .formatted(place(variant, index), status, text, reply.statusCode(), reply.body()));
    }
  }

  /** Compares what became of an order of arrival. */
  void compare(Variant variant, DerivedRows rows, TranslationFault fault) {
    List<Fields> calls = rows.calls(variant.source());
    List<Fields> attempts = rows.attempts(variant.source());
    List<String> found = new ArrayList<>();
    Scenario scenario = variant.scenario();
    if (variant.isWhole()) {
      scenario
          .journal()
          .ifPresent(
              wanted ->
                  found.addAll(
                      RowComparison.differences(
                          "notification", wanted, rows.journal(variant.source()))));
      found.addAll(RowComparison.differences("call", scenario.calls(), calls));
      found.addAll(RowComparison.differences("attempt", scenario.attempts(), attempts));
    } else {
      String lost = place(variant, variant.lost()) + ": without this request: ";
      LostMessage.differences(scenario, calls, attempts).forEach(text -> found.add(lost + text));
    }
    for (String call : rows.failures(variant.source())) {
      found.add("%s:1: %s".formatted(scenario.http(), failure(variant, call, rows, fault)));
    }
    found.forEach(difference -> add(variant, difference));
  }

  private static String failure(
      Variant variant, String call, DerivedRows rows, TranslationFault fault) {
    List<Fields> journal =
        rows.journal(variant.source()).stream()
            .filter(row -> row.text("pbx_id").filter(call::equals).isPresent())
            .toList();
    return "call %s cannot be derived%s"
        .formatted(call, fault.in(journal).map(why -> ": " + why).orElse(""));
  }

  /** Whether a secret stands in what was stored, as it was sent. */
  void compareSecrets(Map<String, String> secrets, DerivedRows rows) {
    secrets.forEach(
        (name, secret) -> {
          long stored = rows.withText(secret);
          if (stored > 0) {
            all.add(
                "the secret %s must not be stored (was in %d requests)".formatted(name, stored));
          }
        });
  }

  private void add(Variant variant, String difference) {
    if (reported.add(difference)) {
      all.add(difference + " in " + variant.source());
    }
  }

  private static String place(Variant variant, int request) {
    return "%s:%d"
        .formatted(variant.scenario().http(), variant.scenario().requests().get(request).line());
  }
}
