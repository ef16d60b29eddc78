package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the member notifications say about one ring, before it is judged. */
record ExpectedRing(
    @Nullable String number,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable String status,
    boolean implied) {

  /** Pairs the member notifications of a call, receiver by receiver. */
  static List<ExpectedRing> of(ExpectedCall call) {
    List<ExpectedRing> rings = new ArrayList<>();
    for (List<CallNotification> phone : phones(call)) {
      CallNotification open = null;
      for (CallNotification notification : phone) {
        boolean starts = notification.event() == Event.INCOMING_CALL_START_CHAIN_MEMBER_CALL;
        if (starts && open != null) {
          rings.add(of(open, null));
        }
        if (!starts) {
          rings.add(of(open, notification));
        }
        open = starts ? notification : null;
      }
      if (open != null) {
        rings.add(of(open, null));
      }
    }
    return rings;
  }

  private static List<List<CallNotification>> phones(ExpectedCall call) {
    List<List<CallNotification>> phones = new ArrayList<>();
    for (CallNotification member : call.members()) {
      List<CallNotification> phone = null;
      for (List<CallNotification> known : phones) {
        if (call.isSame(known.get(0).receiver(), member.receiver())) {
          phone = known;
        }
      }
      if (phone == null) {
        phone = new ArrayList<>();
        phones.add(phone);
      }
      addOnce(phone, member);
    }
    return phones;
  }

  /** Of repeated notifications the first one that has a status is kept. */
  private static void addOnce(List<CallNotification> phone, CallNotification member) {
    for (int i = 0; i < phone.size(); i++) {
      CallNotification known = phone.get(i);
      if (known.event() == member.event() && known.time().equals(member.time())) {
        if (known.status() == null && member.status() != null) {
          phone.set(i, member);
        }
        return;
      }
    }
    phone.add(member);
  }

  private static ExpectedRing of(@Nullable CallNotification start, @Nullable CallNotification end) {
    CallNotification named = start != null ? start : Objects.requireNonNull(end);
    return new ExpectedRing(
        named.receiver(),
        start == null ? null : start.time(),
        end == null ? null : end.time(),
        end == null ? null : end.status(),
        false);
  }

  boolean isRingingAt(Instant answer) {
    return startsBefore(answer) && endsAfter(answer);
  }

  boolean startsBefore(Instant answer) {
    return start != null && !start.isAfter(answer.plusSeconds(1));
  }

  boolean endsAfter(Instant answer) {
    return end == null || !end.isBefore(answer.minusSeconds(1));
  }

  boolean hasStatus(String... statuses) {
    return status != null && List.of(statuses).contains(status);
  }

  @Nullable Instant firstKnownTime() {
    return start != null ? start : end;
  }
}
