package calltally.ingest.file;

import calltally.exchange.request.Bytes;
import calltally.ingest.file.line.DamagedLine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns an event of a queue into the notifications that an exchange would have sent.
 *
 * <p>Each line is read on its own: the same line in another file, or in part of one, gives the same
 * notifications. That is why a caller who leaves a queue unanswered ends the call without a status:
 * only other lines show whether the caller had been answered before, in another queue.
 */
record QueueCall(QueueEvent event) {

  private static final Set<String> EVENTS =
      Set.of(
          "ENTERQUEUE",
          "RINGNOANSWER",
          "RINGCANCELED",
          "CONNECT",
          "ABANDON",
          "EXITWITHTIMEOUT",
          "EXITWITHKEY",
          "EXITEMPTY",
          "SYSCOMPAT",
          "AGENTDUMP",
          "COMPLETEAGENT",
          "COMPLETECALLER",
          "TRANSFER",
          "BLINDTRANSFER",
          "ATTENDEDTRANSFER");

  private static final String OUTGOING = "OUT";

  /** A phone that rang for less did not really ring: it was busy or unreachable. */
  private static final Duration SHORTEST_RING = Duration.ofSeconds(1);

  static boolean knows(String event) {
    return EVENTS.contains(event) || event.startsWith(OUTGOING);
  }

  /** The notifications as JSON objects; at least one. */
  List<Bytes> notifications() {
    return switch (event.name()) {
      case "ENTERQUEUE" -> List.of(start());
      case "RINGNOANSWER" -> unanswered(isShort() ? "unavailable" : "noanswer");
      case "RINGCANCELED" -> unanswered("cancel");
      case "CONNECT" -> answer();
      case "AGENTDUMP" -> List.of(memberEnd("busy"));
      case "COMPLETEAGENT", "COMPLETECALLER" -> completed(1);
      case "TRANSFER", "BLINDTRANSFER", "ATTENDEDTRANSFER" -> completed(3);
      case "ABANDON", "EXITWITHTIMEOUT", "EXITWITHKEY", "EXITEMPTY", "SYSCOMPAT" ->
          List.of(json(sent("incoming_call_end", event.time(), event.queue())));
      case "OUTANSWER" -> isWhole() ? talkedTo() : List.of(json(placed("outgoing_call_answer")));
      default -> List.of(outgoing(event.name().substring(OUTGOING.length())));
    };
  }

  private Bytes start() {
    Map<String, String> start = sent("incoming_call_start", event.time(), event.queue());
    start.put("caller", event.parameter(1));
    return json(start);
  }

  private boolean isShort() {
    return event.ringOfMillis().compareTo(SHORTEST_RING) < 0;
  }

  private List<Bytes> unanswered(String status) {
    return List.of(memberStart(event.ringOfMillis()), memberEnd(status));
  }

  /** Older versions of Asterisk do not log how long the phone rang. */
  private List<Bytes> answer() {
    List<Bytes> answer = new ArrayList<>();
    event.seconds(2).ifPresent(ring -> answer.add(memberStart(ring)));
    answer.add(json(sent("incoming_call_answer", event.time(), event.member())));
    return answer;
  }

  private Bytes memberStart(Duration ring) {
    return json(
        sent("incoming_call_start_chain_member_call", event.time().minus(ring), event.member()));
  }

  private Bytes memberEnd(String status) {
    Map<String, String> end =
        sent("incoming_call_end_chain_member_call", event.time(), event.member());
    end.put("status", status);
    return json(end);
  }

  /** Ends the agent's ring and the call; after a transfer the queue no longer sees it. */
  private List<Bytes> completed(int talk) {
    Map<String, String> end = sent("incoming_call_end", event.time(), event.queue());
    end.put("status", "answer");
    putSeconds("duration", event.seconds(talk), end);
    return List.of(memberEnd("answer"), json(end));
  }

  private Bytes outgoing(String what) {
    return json(
        switch (what) {
          case "", "CALL", "BOUND", "GOING", "DIAL", "START", "ENTERQUEUE" -> dialled();
          case "CONNECT" -> placed("outgoing_call_answer");
          case "COMPLETE", "COMPLETEAGENT", "COMPLETECALLER" -> ended("answer");
          case "BUSY" -> ended("busy");
          case "RINGNOANSWER", "NOANSWER", "ABANDON", "CANCEL", "FAILED", "EXITWITHTIMEOUT" ->
              ended("noanswer");
          default ->
              throw new DamagedLine(
                  "event", "an outgoing call's event must be one of those in docs/import.md");
        });
  }

  /** PBXware logs an answered call once, when it is over. */
  private boolean isWhole() {
    return event.parameter(2).startsWith("COMPLETE");
  }

  private List<Bytes> talkedTo() {
    Instant answered = event.time().minus(event.seconds(1).orElse(Duration.ZERO));
    return List.of(json(placed("outgoing_call_answer", answered)), json(ended("answer")));
  }

  private Map<String, String> placed(String name) {
    return placed(name, event.time());
  }

  private Map<String, String> placed(String name, Instant time) {
    Map<String, String> placed = sent(name, time, "");
    placed.put("caller", event.member());
    return placed;
  }

  private Map<String, String> dialled() {
    Map<String, String> start = placed("outgoing_call_start");
    start.put("receiver", event.number());
    return start;
  }

  private Map<String, String> ended(String status) {
    Map<String, String> end = placed("outgoing_call_end");
    end.put("status", status);
    if (status.equals("answer")) {
      putSeconds("duration", event.seconds(1), end);
    }
    return end;
  }

  private Map<String, String> sent(String name, Instant time, String receiver) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", name);
    fields.put("time", time.truncatedTo(ChronoUnit.MICROS).toString());
    fields.put("pbx_id", event.call());
    fields.put("receiver", receiver);
    fields.put("queue_event", event.name());
    return fields;
  }

  private static void putSeconds(
      String name, Optional<Duration> length, Map<String, String> fields) {
    length.ifPresent(known -> fields.put(name, String.valueOf(known.toSeconds())));
  }

  private static Bytes json(Map<String, String> fields) {
    fields.values().removeIf(String::isEmpty);
    return JsonText.of(fields);
  }
}
