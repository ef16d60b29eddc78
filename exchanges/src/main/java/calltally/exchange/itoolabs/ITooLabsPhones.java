package calltally.exchange.itoolabs;

import calltally.exchange.CallEvent;
import calltally.exchange.CallNotification;
import calltally.exchange.itoolabs.ITooLabsPart.HistoryMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rings and answers of one part of an incoming call.
 *
 * <p>Why a phone stopped ringing follows only from the end of the part, and only where nobody
 * answered.
 */
final class ITooLabsPhones {

  /** The phones of one person begin and stop to ring together, give or take. */
  private static final Duration TOGETHER = Duration.ofSeconds(2);

  private final ITooLabsCall call;
  private final ITooLabsPart part;
  private final ITooLabsTimes times;
  private final @Nullable String caller;
  private final List<CallNotification> notifications = new ArrayList<>();
  private final Map<String, Instant> ringing = new HashMap<>();
  private final Map<String, Instant> cancelled = new HashMap<>();
  private final Set<String> answered = new LinkedHashSet<>();

  ITooLabsPhones(ITooLabsCall call, ITooLabsPart part, @Nullable String caller) {
    this.call = call;
    this.part = part;
    this.times = new ITooLabsTimes(part);
    this.caller = caller;
    for (ITooLabsMessage message : part.messages()) {
      String member = call.member(message);
      if (member != null) {
        add(message, member);
      }
    }
    addStatedAnswer();
  }

  List<CallNotification> notifications() {
    return List.copyOf(notifications);
  }

  /** Who answered, in order. */
  Set<String> answered() {
    return answered;
  }

  private void add(ITooLabsMessage message, String member) {
    switch (message.kind()) {
      case INCOMING -> addRing(message, member);
      case CANCELLED -> addUnanswered(message, member);
      case ACCEPTED -> addAnswer(message, times.answeredAt(message), member);
      case COMPLETED -> addTalk(message, member);
      default -> {}
    }
  }

  private void addRing(ITooLabsMessage message, String member) {
    if (!isTogether(ringing.get(member), message)) {
      add(message, CallEvent.INCOMING_CALL_START_CHAIN_MEMBER_CALL, times.at(message), member);
      ringing.put(member, message.receivedAt());
    }
  }

  private static boolean isTogether(@Nullable Instant before, ITooLabsMessage message) {
    return before != null && !message.receivedAt().isAfter(before.plus(TOGETHER));
  }

  /** The other phones of somebody who has answered stop ringing, too. */
  private void addUnanswered(ITooLabsMessage message, String member) {
    boolean isOtherPhone = answered.contains(member) || isTogether(cancelled.get(member), message);
    if (ringing.remove(member) != null || !isOtherPhone) {
      addEnd(message, times.at(message), member, reason());
      cancelled.put(member, message.receivedAt());
    }
  }

  /** Null when it is not told. */
  private @Nullable String reason() {
    String status =
        part.history().map(HistoryMessage::history).map(ITooLabsHistory::status).orElse(null);
    return "noanswer".equals(status) || "cancel".equals(status) ? status : null;
  }

  private void addAnswer(ITooLabsMessage message, Instant time, String member) {
    add(message, CallEvent.INCOMING_CALL_ANSWER, time, member);
    if (ringing.remove(member) != null) {
      addEnd(message, time, member, "answer");
    }
    answered.add(member);
  }

  /** Who has talked had answered, even when that message was lost. */
  private void addTalk(ITooLabsMessage message, String member) {
    if (!part.isAnswered()) {
      if (ringing.remove(member) != null) {
        addEnd(message, times.at(message), member, reason());
      }
    } else if (!answered.contains(member)) {
      addAnswerBefore(message, times.at(message), member);
    }
  }

  /** A success names who talked; of other calls, it names anybody. */
  private void addStatedAnswer() {
    HistoryMessage success = part.history().filter(sent -> sent.history().isSuccess()).orElse(null);
    if (success == null || !answered.isEmpty()) {
      return;
    }
    String member = call.member(success.message());
    if (member != null) {
      Instant end = success.history().end().orElse(success.message().receivedAt());
      addAnswerBefore(success.message(), end, member);
    } else {
      times
          .statedAnswer()
          .ifPresent(time -> add(success.message(), CallEvent.INCOMING_CALL_ANSWER, time, null));
    }
  }

  /** An answer whose own message was lost: its time is known if the history states it. */
  private void addAnswerBefore(ITooLabsMessage message, Instant end, String member) {
    Instant stated = times.firstAnswer().isPresent() ? null : times.statedAnswer().orElse(null);
    if (stated != null && answered.isEmpty()) {
      addAnswer(message, stated, member);
    } else {
      ringing.remove(member);
      addEnd(message, end, member, "answer");
      answered.add(member);
    }
  }

  private void addEnd(
      ITooLabsMessage message, Instant time, String member, @Nullable String status) {
    notifications.add(
        message
            .as(CallEvent.INCOMING_CALL_END_CHAIN_MEMBER_CALL, time, caller, member)
            .ended(status));
  }

  private void add(
      ITooLabsMessage message, CallEvent event, Instant time, @Nullable String member) {
    notifications.add(message.as(event, time, caller, member));
  }
}
