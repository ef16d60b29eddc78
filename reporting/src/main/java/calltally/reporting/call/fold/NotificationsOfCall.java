package calltally.reporting.call.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notifications of one call while they are being read, in bounded memory: of all lists of tags
 * only the last one is kept, because the call has no use for the others.
 */
public final class NotificationsOfCall {

  /** Of more notifications than that only the first ones are the call. */
  public static final int MOST = 2_000;

  private final List<CallNotification> notifications = new ArrayList<>();
  private int tagged = -1;
  private boolean tooMany;

  /** Adds one, in any order, repeated or not; those beyond the most are only noted. */
  public void add(CallNotification next) {
    if (notifications.size() == MOST) {
      tooMany = true;
    } else if (next.tags() == null) {
      notifications.add(next);
    } else {
      addTagged(next);
    }
  }

  /** Adds what others were translated into; of more than the most, the first ones are kept. */
  public void addAll(Collection<CallNotification> translated) {
    List<CallNotification> all = new ArrayList<>(notifications);
    all.addAll(translated);
    all.sort(CallNotification.ORDER);
    boolean had = tooMany;
    clear();
    tooMany = had;
    all.forEach(this::add);
  }

  private void addTagged(CallNotification next) {
    @Nullable CallNotification last = tagged < 0 ? null : notifications.get(tagged);
    if (last == null || CallNotification.ORDER.compare(last, next) < 0) {
      if (last != null) {
        notifications.set(tagged, last.withoutTags());
      }
      tagged = notifications.size();
      notifications.add(next);
    } else {
      notifications.add(next.withoutTags());
    }
  }

  /** Forgets those added so far, to add the first ones of a call that has more than the most. */
  public void startWithFirst() {
    clear();
    tooMany = true;
  }

  public void clear() {
    notifications.clear();
    tagged = -1;
    tooMany = false;
  }

  /** Whether the call has more of them than are kept. */
  public boolean tooMany() {
    return tooMany;
  }

  public boolean isEmpty() {
    return notifications.isEmpty();
  }

  List<CallNotification> all() {
    return notifications;
  }
}
