package calltally.ingest.spool;

import calltally.ingest.journal.JournalUnavailable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database has failed to confirm in time, and has not answered since. */
final class DatabaseOutage {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseOutage.class);

  private final AtomicBoolean isUnderWay = new AtomicBoolean();

  boolean isUnderWay() {
    return isUnderWay.get();
  }

  void begin(JournalUnavailable failure) {
    if (isUnderWay.compareAndSet(false, true)) {
      LOG.warn("spool: notifications are written to it: {}", failure.getMessage());
    }
  }

  void end() {
    isUnderWay.set(false);
  }
}
