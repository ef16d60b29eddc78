package calltally.app.conformance;

import calltally.exchange.field.FieldValue;
import calltally.exchange.field.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private static final Set<String> KEYS =
      Set.of("about", "replies", "journal", "calls", "attempts", "loss_turns_calls");

  /** Reads {@code NN-name.http} and {@code NN-name.json}. */
  static Scenario read(Path http) throws IOException {
    String file = String.valueOf(http.getFileName());
    String name = file.substring(0, file.length() - ".http".length());
    Path json = http.resolveSibling(name + ".json");
    if (!Files.exists(json)) {
      throw new FaultInFolder(http, 1, "%s.json must say what is expected".formatted(name));
    }
    Fields expected = ExpectedFile.read(json, KEYS);
    List<ScriptedRequest> requests = HttpFile.read(http);
    List<Fields> replies =
        expected.has("replies") ? ExpectedFile.list(json, expected, "replies").rows() : List.of();
    if (!replies.isEmpty() && replies.size() != requests.size()) {
      throw new FaultInFolder(
          json,
          ExpectedFile.list(json, expected, "replies").line(),
          "replies must be as many as the requests, %d (was %d)"
              .formatted(requests.size(), replies.size()));
    }
    return new Scenario(
        http,
        name,
        requests,
        replies,
        expected.has("journal")
            ? Optional.of(ExpectedFile.list(json, expected, "journal"))
            : Optional.empty(),
        ExpectedFile.list(json, expected, "calls"),
        ExpectedFile.list(json, expected, "attempts"),
        !new FieldValue.Literal("true").equals(expected.values().get("loss_turns_calls")));
  }
}
