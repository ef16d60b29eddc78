package calltally.reporting.call;

import calltally.reporting.call.SelectStaleNotifications.StaleNotification;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Derives the stale calls from their notifications, one call in memory at a time. */
final class FoldStaleCalls {

  private final Map<Integer, SourceRules> rules;
  private final StoreCalls store;
  private long calls;

  private FoldStaleCalls(Map<Integer, SourceRules> rules, StoreCalls store) {
    this.rules = rules;
    this.store = store;
  }

  /** Returns how many calls were derived. */
  static long in(DSLContext transaction) {
    Map<Integer, SourceRules> rules = new SelectSourceRules().from(transaction);
    try (StoreCalls store = new StoreCalls(transaction);
        Stream<StaleNotification> notifications =
            new SelectStaleNotifications().from(transaction)) {
      FoldStaleCalls fold = new FoldStaleCalls(rules, store);
      fold.all(notifications.iterator());
      return fold.calls;
    }
  }

  private void all(Iterator<StaleNotification> notifications) {
    List<StaleNotification> ofOneCall = new ArrayList<>();
    while (notifications.hasNext()) {
      StaleNotification next = notifications.next();
      if (!ofOneCall.isEmpty() && !next.isOfSameCall(ofOneCall.get(0))) {
        one(ofOneCall);
        ofOneCall.clear();
      }
      ofOneCall.add(next);
    }
    if (!ofOneCall.isEmpty()) {
      one(ofOneCall);
    }
  }

  private void one(List<StaleNotification> ofOneCall) {
    int sourceId = ofOneCall.get(0).sourceId();
    CallFold.fold(
            sourceRules(sourceId),
            ofOneCall.get(0).pbxId(),
            ofOneCall.stream().map(StaleNotification::notification).toList())
        .ifPresent(
            call -> {
              store.store(sourceId, call);
              calls++;
            });
  }

  private SourceRules sourceRules(int sourceId) {
    SourceRules known = rules.get(sourceId);
    if (known == null) {
      throw new IllegalStateException(
          "calls could not be derived: their source has to be configured, was source_id "
              + sourceId);
    }
    return known;
  }
}
