package calltally.app.demo.exchange;

import calltally.app.demo.exchange.SimulatedCompany.Manager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records what the exchange reports about each call. */
final class NotificationFeed {

  private final FieldSpelling spelling;
  private final List<ExchangeNotification> notifications = new ArrayList<>();
  private long lastMessage;

  /**
   * @param firstMessage number of the first message about a recording
   */
  NotificationFeed(FieldSpelling spelling, long firstMessage) {
    this.spelling = spelling;
    this.lastMessage = firstMessage;
  }

  List<ExchangeNotification> notifications() {
    return notifications;
  }

  void incomingStarts(CallNumbers call, Instant at) {
    add(at, call("incoming_call_start", call, at));
  }

  void rings(CallNumbers call, Manager manager, Instant at) {
    add(at, member("incoming_call_start_chain_member_call", call, manager, at));
  }

  void ringEnds(CallNumbers call, Manager manager, Instant at, RingEnd end) {
    Map<String, @Nullable Object> fields =
        member("incoming_call_end_chain_member_call", call, manager, at);
    fields.put("status", spelling.memberStatus(end));
    add(at, fields);
  }

  void managerAnswers(CallNumbers call, Manager manager, Instant at) {
    add(at, member("incoming_call_answer", call, manager, at));
  }

  void incomingEnds(CallNumbers call, SimulatedCall ended, String status) {
    Map<String, @Nullable Object> fields = call("incoming_call_end", call, ended.endedAt());
    add(ended.endedAt(), withResult(fields, ended, status));
    addAfterthoughts(call, ended);
  }

  void outgoingStarts(CallNumbers call, Instant at) {
    add(at, call("outgoing_call_start", call, at));
  }

  void customerAnswers(CallNumbers call, Instant at) {
    add(at, call("outgoing_call_answer", call, at));
  }

  void outgoingEnds(CallNumbers call, SimulatedCall ended, String status) {
    Map<String, @Nullable Object> fields = call("outgoing_call_end", call, ended.endedAt());
    add(ended.endedAt(), withResult(fields, ended, status));
  }

  void voicemail(CallNumbers call, Instant at, Duration length) {
    Map<String, @Nullable Object> fields = call("voicemail", call, at);
    fields.put("duration", length.toSeconds());
    fields.put("audio_path", "https://records.example.com/voicemail/" + call.pbxId());
    add(at, fields);
  }

  /** What the test button of the dashboard sends: no call, and no time under its usual name. */
  void test(Instant at) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("event", "test");
    fields.put("message", "Test webhook");
    fields.put("timestamp", spelling.time(at));
    fields.put("pbx_id", "test_000000");
    add(at, fields);
  }

  private void addAfterthoughts(CallNumbers call, SimulatedCall ended) {
    if (!ended.isAnswered()) {
      return;
    }
    Instant at = ended.endedAt().plus(spelling.afterwards());
    if (spelling.tagged()) {
      Map<String, @Nullable Object> fields = call("tags", call, at);
      fields.put("tags", spelling.tags());
      add(at, fields);
    }
    if (spelling.rated()) {
      add(at, rating());
    }
    if (spelling.summarised()) {
      add(at, summary());
    }
  }

  private Map<String, @Nullable Object> rating() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("event", "rating");
    fields.put("call_id", ++lastMessage);
    fields.put("overall_score", (long) spelling.score());
    fields.put("highlights", List.of("friendly"));
    return fields;
  }

  private Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", ++lastMessage);
    fields.put("call_id", lastMessage);
    fields.put("summary", "The customer asked about an order.");
    return fields;
  }

  private Map<String, @Nullable Object> withResult(
      Map<String, @Nullable Object> fields, SimulatedCall ended, String status) {
    Instant answeredAt = ended.answeredAt();
    if (answeredAt == null) {
      fields.put(
          "duration", spelling.notTalked(Duration.between(ended.startedAt(), ended.endedAt())));
      if (spelling.writesNull()) {
        fields.put("audio_path", null);
      }
    } else {
      fields.put("duration", spelling.talked(Duration.between(answeredAt, ended.endedAt())));
      String recording = spelling.recording(ended.pbxId());
      if (recording != null) {
        fields.put("audio_path", recording);
      }
    }
    fields.put("status", status);
    return fields;
  }

  private Map<String, @Nullable Object> member(
      String event, CallNumbers call, Manager manager, Instant at) {
    Map<String, @Nullable Object> fields = call(event, call, at);
    fields.put("receiver", spelling.number(manager));
    return fields;
  }

  private Map<String, @Nullable Object> call(String event, CallNumbers call, Instant at) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("event", event);
    fields.put("time", spelling.time(at));
    fields.put("pbx_id", call.pbxId());
    fields.put("caller", call.caller());
    fields.put("receiver", call.receiver());
    return fields;
  }

  private void add(Instant at, Map<String, @Nullable Object> fields) {
    notifications.add(new ExchangeNotification(at, fields));
  }
}
