package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs the member starts and member ends of a call into rings, manager by manager. */
final class Rings {

  private final List<Ring> rings = new ArrayList<>();

  private Rings() {}

  /** The rings of a call's member notifications, in no particular order. */
  static List<Ring> of(CallNotifications notifications, DirectoryOnDate directory) {
    Map<@Nullable String, List<CallNotification>> byManager = new LinkedHashMap<>();
    notifications.all().stream()
        .filter(CallNotification::isMember)
        .forEach(
            n ->
                byManager
                    .computeIfAbsent(
                        directory.managerName(n.receiver()), manager -> new ArrayList<>())
                    .add(n));
    Rings rings = new Rings();
    byManager.forEach((manager, members) -> rings.pair(manager, withoutRepetitions(members)));
    return rings.rings;
  }

  private void pair(@Nullable String manager, Collection<CallNotification> members) {
    CallNotification open = null;
    for (CallNotification member : members) {
      if (member.phase() == CallPhase.MEMBER_END) {
        add(manager, open, member);
        open = null;
      } else {
        if (open != null) {
          add(manager, open, null);
        }
        open = member;
      }
    }
    if (open != null) {
      add(manager, open, null);
    }
  }

  private void add(
      @Nullable String manager, @Nullable CallNotification start, @Nullable CallNotification end) {
    rings.add(
        new Ring(
            start != null ? start.receiver() : end == null ? null : end.receiver(),
            manager,
            start == null ? null : start.time(),
            end == null ? null : end.time(),
            end == null ? null : end.status(),
            false));
  }

  /** Of those with the same event and time, the first that has a status, else the first. */
  private static Collection<CallNotification> withoutRepetitions(List<CallNotification> members) {
    Map<Moment, CallNotification> distinct = new LinkedHashMap<>();
    members.forEach(
        n ->
            distinct.merge(
                new Moment(n.event(), n.time()),
                n,
                (first, next) -> first.status() == null && next.status() != null ? next : first));
    return distinct.values();
  }

  private record Moment(Event event, Instant time) {}
}
