package calltally.exchange.sipsim;

import calltally.exchange.Exchanges;
import calltally.exchange.KnownEvents;
import calltally.exchange.Notification;
import calltally.exchange.Origin;
import calltally.exchange.Receipt;
import calltally.exchange.Remark;
import calltally.exchange.field.CanonicalFields;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.text.CallStatus;
import calltally.exchange.text.MissingValue;
import calltally.exchange.text.OccurrenceTime;
import calltally.exchange.text.PhoneNumber;
import calltally.exchange.text.RecordingLink;
import calltally.exchange.text.ReportedDuration;
import calltally.exchange.text.RoundedNumber;
import calltally.exchange.text.WrittenNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads fields by the rules of section 2 of the definitions. */
record SipSimReader(Fields fields, Receipt receipt) {

  private static final Set<String> CALL_ENDS = Set.of("incoming_call_end", "outgoing_call_end");
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
  private static final int LONGEST_PBX_ID = 200;

  Notification notification() {
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    String event = SipSimEvent.of(fields);
    @Nullable String pbxId = pbxId(fields, event);
    @Nullable Instant occurredAt = occurredAt(fields, event, remarks);
    if (occurredAt != null && occurredAt.isAfter(receipt.receivedAt().plus(CLOCK_TOLERANCE))) {
      remarks.add(Remark.CLOCK_AHEAD);
    }
    return new Notification(
        new Origin(Exchanges.DEFAULT_NAME, null, null),
        new CanonicalFields(fields).digest(),
        event,
        occurredAt,
        pbxId,
        number(fields, "caller", remarks),
        number(fields, "receiver", remarks),
        status(fields, event, remarks),
        duration(fields, remarks),
        recording(fields, remarks),
        null,
        fields,
        remarks);
  }

  private static @Nullable String pbxId(Fields fields, String event) {
    Optional<String> pbxId =
        fields
            .word("pbx_id")
            .filter(sent -> sent.length() <= LONGEST_PBX_ID && !MissingValue.is(sent));
    boolean rounded = pbxId.filter(RoundedNumber::is).isPresent();
    if (rounded && KnownEvents.makeCall(event)) {
      throw new NotANotification(
          "pbx_id",
          "a pbx_id must not be rounded by a spreadsheet, such as 1.76E+09: export it as text");
    }
    if (pbxId.isEmpty() && KnownEvents.makeCall(event)) {
      throw new NotANotification(
          "pbx_id", "a call event must have a pbx_id of at most " + LONGEST_PBX_ID + " characters");
    }
    return rounded ? null : pbxId.orElse(null);
  }

  private @Nullable Instant occurredAt(Fields fields, String event, Set<Remark> remarks) {
    Optional<String> written = fields.word("time");
    Optional<OccurrenceTime> time =
        written.flatMap(sent -> OccurrenceTime.parse(sent, receipt.zone()));
    if (time.isEmpty() && KnownEvents.makeCall(event)) {
      throw new NotANotification(
          "time",
          "a call event must have a time: ISO 8601, such as 2026-11-20T09:00:00+03:00",
          written.orElse(null));
    }
    if (time.filter(OccurrenceTime::hasOffset).isEmpty() && time.isPresent()) {
      remarks.add(Remark.TIME_WITHOUT_OFFSET);
    }
    return time.map(OccurrenceTime::instant).orElse(null);
  }

  private @Nullable String number(Fields fields, String name, Set<Remark> remarks) {
    Optional<String> sent = fields.text(name);
    if (sent.filter(WrittenNumber::isRounded).isPresent()) {
      remarks.add(Remark.ROUNDED_NUMBER);
    }
    return sent.flatMap(text -> PhoneNumber.normalise(text, receipt.region())).orElse(null);
  }

  /** A word that is not known is no verdict at the end of a call. */
  private static @Nullable String status(Fields fields, String event, Set<Remark> remarks) {
    Optional<String> sent = written(fields, "status").filter(word -> !CallStatus.isNone(word));
    if (sent.isEmpty()) {
      return null;
    }
    Optional<String> known = sent.flatMap(CallStatus::parse);
    if (known.isEmpty()) {
      remarks.add(Remark.UNKNOWN_STATUS);
      return CALL_ENDS.contains(event) ? null : "other";
    }
    return known.get();
  }

  private static @Nullable BigDecimal duration(Fields fields, Set<Remark> remarks) {
    Optional<String> sent = written(fields, "duration");
    Optional<BigDecimal> seconds = sent.flatMap(ReportedDuration::parse);
    if (sent.isPresent() && seconds.isEmpty()) {
      remarks.add(Remark.UNREADABLE_DURATION);
    }
    return seconds.orElse(null);
  }

  private static @Nullable String recording(Fields fields, Set<Remark> remarks) {
    Optional<String> sent = written(fields, "audio_path");
    Optional<String> link = sent.flatMap(RecordingLink::parse);
    if (sent.isPresent() && link.isEmpty()) {
      remarks.add(Remark.RECORDING_REFUSED);
    }
    return link.orElse(null);
  }

  /** Like a word, but a structure counts as unreadable text. */
  private static Optional<String> written(Fields fields, String name) {
    return fields.has(name) && fields.text(name).isEmpty() ? Optional.of("{}") : fields.word(name);
  }
}
