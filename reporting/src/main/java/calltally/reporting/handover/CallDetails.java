package calltally.reporting.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of a waiting caller's calls. */
final class CallDetails {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode details;

  CallDetails(JSONB details) {
    try {
      this.details = JSON.readTree(details.data());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read details of a waiting caller: must be JSON", e);
    }
  }

  /** The name of the line; null without an entry in the directory. */
  @Nullable String lineName() {
    return details.path("line_name").textValue();
  }

  NotifiedCaller.Calls calls(Instant firstAt) {
    List<String> rung = new ArrayList<>();
    details.path("rung").forEach(manager -> rung.add(manager.asText()));
    return new NotifiedCaller.Calls(
        details.path("missed_calls").asInt(),
        firstAt,
        Instant.parse(details.path("last_missed_at").asText()),
        details.path("why").textValue(),
        rung,
        details.path("tries").asInt());
  }
}
