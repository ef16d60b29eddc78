package calltally.ingest.spool;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once when the spool begins to refuse a source, and once when it accepts it again. */
final class QuotaLog {

  private static final Logger LOG = LoggerFactory.getLogger(QuotaLog.class);

  private final Set<String> refused = new HashSet<>();

  void log(String source, Optional<SpoolUnavailable> refusal) {
    if (refusal.isEmpty()) {
      if (refused.remove(source)) {
        LOG.warn("spool: there is room for source {} again", source);
      }
    } else if (refused.add(source)) {
      LOG.error(
          "spool: ALARM, notifications of source {} are lost while the database is away: {}",
          source,
          refusal.get().getMessage());
    }
  }
}
