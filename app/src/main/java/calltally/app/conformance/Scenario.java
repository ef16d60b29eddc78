package calltally.app.conformance;

import static calltally.sql.jooq.calls.Tables.ATTEMPT;
import static calltally.sql.jooq.calls.Tables.CALL;

import calltally.exchange.field.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Requests in the order in which they are sent, and what must become of them.
 *
 * @param http the file of the requests
 * @param name of its two files, without their endings
 * @param replies status and text by request; empty when all are 200
 * @param journal rows that must be stored, in any order; empty when it is not said
 * @param calls all of them, each with the columns that must have these values
 * @param attempts all of them, the same
 * @param lossless whether each message can be lost without a call's turning into its opposite, or
 *     becoming two
 */
record Scenario(
    Path http,
    String name,
    List<ScriptedRequest> requests,
    List<Fields> replies,
    Optional<ExpectedRows> journal,
    ExpectedRows calls,
    ExpectedRows attempts,
    boolean lossless) {

  /** The ending of the file with the requests. */
  static final String REQUESTS = ".http";

  private static final String EXPECTED = ".json";

  private static final Set<String> KEYS =
      Set.of("about", "replies", "journal", "calls", "attempts", "loss_turns_calls");

  /** It becomes the token in the address. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /** Reads {@code NN-name.http} and {@code NN-name.json}. */
  static Scenario read(Path http) throws IOException {
    String name = name(http, REQUESTS);
    Path json = http.resolveSibling(name + EXPECTED);
    if (!NAME.matcher(name).matches()) {
      throw new FaultInFolder(
          http, 1, "the file's name must be up to 100 letters of English, digits, - and _");
    }
    if (!Files.exists(json)) {
      throw new FaultInFolder(http, 1, "%s.json must say what is expected".formatted(name));
    }
    ExpectedFile expected = ExpectedFile.read(json, KEYS);
    List<ScriptedRequest> requests = HttpFile.read(http);
    return new Scenario(
        http,
        name,
        requests,
        replies(expected, requests.size()),
        expected.fields().has("journal")
            ? Optional.of(expected.list("journal", DerivedRows.OF_JOURNAL))
            : Optional.empty(),
        expected.list("calls", DerivedRows.columns(CALL)),
        expected.list("attempts", DerivedRows.columns(ATTEMPT)),
        isLossless(expected));
  }

  /** A fault if a file says what is expected of requests that are missing. */
  static void requireRequests(Path file) {
    if (file.toString().endsWith(EXPECTED)) {
      String name = name(file, EXPECTED);
      if (!Files.exists(file.resolveSibling(name + REQUESTS))) {
        throw new FaultInFolder(file, 1, "%s.http must have the requests".formatted(name));
      }
    }
  }

  private static String name(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ending.length());
  }

  private static List<Fields> replies(ExpectedFile expected, int requests) {
    if (!expected.fields().has("replies")) {
      return List.of();
    }
    List<Fields> replies = expected.list("replies", Set.of("status", "text")).rows();
    if (replies.size() != requests) {
      throw expected.fault(
          "replies",
          "replies must be as many as the requests (was %d, requests %d)"
              .formatted(replies.size(), requests));
    }
    return replies;
  }

  private static boolean isLossless(ExpectedFile expected) {
    String turns = expected.fields().text("loss_turns_calls").orElse("false");
    if (!turns.equals("true") && !turns.equals("false")) {
      throw expected.fault(
          "loss_turns_calls", "loss_turns_calls must be true or false (was %s)".formatted(turns));
    }
    return turns.equals("false");
  }
}
