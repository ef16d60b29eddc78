package calltally.ingest.file;

import calltally.exchange.request.Bytes;
import calltally.ingest.file.table.TableTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Turns a finished call into the notifications that an exchange would have sent, as far as its row
 * says; what it does not say is stated by a notification of its own.
 */
record FinishedCall(CallRow row, TableTime times) {

  /** The event of a call whose rings are not listed; its receiver is who answered. */
  private static final String NO_RINGS = "rings_unknown";

  /** The event of a call whose wait is not listed. */
  private static final String NO_WAIT = "wait_unknown";

  /** The notifications as JSON objects; none for an internal call. */
  List<Bytes> notifications() {
    CallDirection direction = CallDirection.of(row);
    if (direction == CallDirection.INTERNAL) {
      return List.of();
    }
    CallSpan span = CallSpan.of(row, times, isAnswered(direction));
    List<Bytes> notifications =
        direction == CallDirection.INCOMING ? incoming(span) : outgoing(span);
    if (!span.isWaitKnown()) {
      notifications.add(json(sent(NO_WAIT, span.start())));
    }
    return notifications;
  }

  boolean isAnswered() {
    return isAnswered(CallDirection.of(row));
  }

  private boolean isAnswered(CallDirection direction) {
    if (row.says(CallColumn.STATUS, CallWord.BUSY)
        || row.says(CallColumn.STATUS, CallWord.MISSED)
        || lacksAnswerer(direction)) {
      return false;
    }
    Duration talk = row.length(CallColumn.TALK);
    return row.says(CallColumn.STATUS, CallWord.ANSWERED)
        || !row.time(CallColumn.ANSWER).isEmpty()
        || (talk != null && !talk.isZero());
  }

  private boolean lacksAnswerer(CallDirection direction) {
    return direction == CallDirection.INCOMING
        && row.columns().needsAnswerer()
        && row.party(CallColumn.ANSWERED_BY).isEmpty();
  }

  private List<Bytes> incoming(CallSpan span) {
    boolean isAnswered = isAnswered(CallDirection.INCOMING);
    List<Bytes> all = new ArrayList<>();
    all.add(json(company(sent("incoming_call_start", span.start()), line())));
    if (isQueueOfKnownPhones()) {
      row.phones(CallColumn.MISSED_PHONES).forEach(phone -> all.add(missedRing(phone, span)));
    } else {
      all.add(json(receiver(sent(NO_RINGS, span.start()), isAnswered ? answerer() : "")));
    }
    if (span.answer() != null) {
      all.add(json(receiver(sent("incoming_call_answer", span.answer()), answerer())));
    }
    all.add(json(ended(company(sent("incoming_call_end", span.end()), line()), span, isAnswered)));
    return all;
  }

  private List<Bytes> outgoing(CallSpan span) {
    boolean isAnswered = isAnswered(CallDirection.OUTGOING);
    List<Bytes> all = new ArrayList<>();
    all.add(json(receiver(company(sent("outgoing_call_start", span.start()), ""), to())));
    if (span.answer() != null) {
      all.add(json(company(sent("outgoing_call_answer", span.answer()), "")));
    }
    all.add(json(ended(company(sent("outgoing_call_end", span.end()), ""), span, isAnswered)));
    return all;
  }

  /** Such a list names every phone of a queue that was not answered. */
  private boolean isQueueOfKnownPhones() {
    return row.hasColumn(CallColumn.MISSED_PHONES) && row.says(CallColumn.KIND, CallWord.QUEUE);
  }

  /** Its time is not listed; at the call's start it ended before anybody answered. */
  private Bytes missedRing(String phone, CallSpan span) {
    Map<String, String> end = sent("incoming_call_end_chain_member_call", span.start());
    end.put("status", "noanswer");
    return json(receiver(end, phone));
  }

  private String line() {
    String line = row.party(CallColumn.LINE);
    return line.isEmpty() ? to() : line;
  }

  private String to() {
    return row.party(CallColumn.TO);
  }

  /** An extension that was dialled is somebody's phone. */
  private String answerer() {
    String named = row.party(CallColumn.ANSWERED_BY);
    if (!named.isEmpty() || row.hasColumn(CallColumn.ANSWERED_BY)) {
      return named;
    }
    return CallParty.isExtension(to()) ? to() : "";
  }

  private Map<String, String> sent(String event, Instant time) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", event);
    fields.put("time", time.truncatedTo(ChronoUnit.MICROS).toString());
    fields.put("pbx_id", id());
    return fields;
  }

  /** Without an id, the same row is the same call. */
  private String id() {
    String id = row.text(CallColumn.ID);
    if (!id.isEmpty()) {
      return id;
    }
    String key =
        String.join(
            "\n", row.time(CallColumn.START), row.text(CallColumn.FROM), row.text(CallColumn.TO));
    return "list-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> company(Map<String, String> fields, String line) {
    fields.put("caller", row.party(CallColumn.FROM));
    return receiver(fields, line);
  }

  private static Map<String, String> receiver(Map<String, String> fields, String number) {
    fields.put("receiver", number);
    return fields;
  }

  private Map<String, String> ended(Map<String, String> end, CallSpan span, boolean isAnswered) {
    if (isAnswered) {
      end.put("status", "answer");
    } else {
      end.put("status", unanswered());
    }
    Duration talk = span.talk();
    if (isAnswered && talk != null) {
      end.put("duration", String.valueOf(talk.toMillis() / 1000.0));
    }
    end.put("audio_path", row.text(CallColumn.RECORDING));
    return end;
  }

  /** A word that is not known stays, and is no verdict. */
  private String unanswered() {
    String word = row.text(CallColumn.STATUS);
    if (row.says(CallColumn.STATUS, CallWord.NEITHER)) {
      return "";
    }
    if (row.says(CallColumn.STATUS, CallWord.BUSY)) {
      return "busy";
    }
    return word.isEmpty()
            || row.says(CallColumn.STATUS, CallWord.MISSED)
            || row.says(CallColumn.STATUS, CallWord.ANSWERED)
        ? "noanswer"
        : word;
  }

  private static Bytes json(Map<String, String> fields) {
    fields.values().removeIf(String::isEmpty);
    return JsonText.of(fields);
  }
}
