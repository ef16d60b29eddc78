package calltally.reporting.call;

import calltally.reporting.call.fold.CallFold;
import calltally.reporting.call.fold.NotificationsOfCall;
import calltally.reporting.call.fold.SourceRules;
import java.util.Map;
import java.util.function.LongConsumer;

/** Folds notifications into calls, one call in memory at a time, and stores them. */
final class FoldCalls {

  private static final int NOTIFICATIONS_A_REPORT = 5_000;

  private final Map<Integer, SourceRules> rules;
  private final FirstNotifications first;
  private final StoreCalls store;
  private final LongConsumer progress;
  private final NotificationsOfCall ofOneCall = new NotificationsOfCall();
  private final SentNotifications sentOfOneCall = new SentNotifications();
  private int sourceId;
  private String pbxId = "";
  private long notifications;
  private long calls;

  /**
   * Folds by the rules of each source.
   *
   * @param first reads those of a call that has too many
   * @param progress is called now and then with the number of notifications read
   */
  FoldCalls(
      Map<Integer, SourceRules> rules,
      FirstNotifications first,
      StoreCalls store,
      LongConsumer progress) {
    this.rules = rules;
    this.first = first;
    this.store = store;
    this.progress = progress;
  }

  /** Returns the number of calls. */
  long all(NotificationRows rows) {
    while (rows.next()) {
      String next = rows.pbxId();
      int nextSource = rows.sourceId();
      if (!next.equals(pbxId) || nextSource != sourceId) {
        foldOne();
        pbxId = next;
        sourceId = nextSource;
      }
      add(rows);
      if (++notifications % NOTIFICATIONS_A_REPORT == 0) {
        progress.accept(notifications);
      }
    }
    foldOne();
    store.flush();
    progress.accept(notifications);
    return calls;
  }

  private void add(NotificationRows rows) {
    rows.sent().ifPresentOrElse(sentOfOneCall::add, () -> ofOneCall.add(rows.notification()));
  }

  private void foldOne() {
    if (ofOneCall.isEmpty() && sentOfOneCall.isEmpty()) {
      return;
    }
    if (ofOneCall.tooMany() || sentOfOneCall.tooMany()) {
      readFirst();
    }
    if (!sentOfOneCall.isEmpty()) {
      ofOneCall.addAll(sentOfOneCall.translated());
      sentOfOneCall.clear();
    }
    SourceRules known = sourceRules();
    CallFold.fold(known, pbxId, ofOneCall)
        .filter(call -> !known.horizon().hides(call))
        .map(call -> known.horizon().hidesRecordingsOf(call) ? call.withoutRecordings() : call)
        .ifPresent(
            call -> {
              store.store(sourceId, call);
              calls++;
            });
    ofOneCall.clear();
  }

  private void readFirst() {
    ofOneCall.startWithFirst();
    sentOfOneCall.clear();
    try (NotificationRows rows = first.of(sourceId, pbxId)) {
      while (rows.next()) {
        add(rows);
      }
    }
  }

  private SourceRules sourceRules() {
    SourceRules known = rules.get(sourceId);
    if (known == null) {
      throw new IllegalStateException(
          "cannot derive calls: source must be configured (was source_id %d)".formatted(sourceId));
    }
    return known;
  }

  /** Reads the first notifications of a call. */
  interface FirstNotifications {
    NotificationRows of(int sourceId, String pbxId);
  }
}
