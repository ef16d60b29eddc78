package calltally.reporting.handover;

import java.time.Instant;
import java.util.List;

/**
 * A message about callers, claimed from the ledger in order to be sent.
 *
 * @param attempts this one included
 * @param callers none when all of them have been erased
 */
record CallerMessage(
    long id, String channel, Instant createdAt, int attempts, List<NotifiedCaller> callers) {

  CallerMessage {
    callers = List.copyOf(callers);
  }

  List<NotifiedCaller> of(CallerKind kind) {
    return callers.stream().filter(caller -> caller.kind() == kind).toList();
  }
}
