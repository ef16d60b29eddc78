package calltally.sql.settings;

import java.util.Optional;
import org.jooq.DSLContext;

/** Replaces the settings of a source, and marks the calls that this changes as stale. */
record ReplaceSettings(DSLContext sql, SourceSettings wanted) {

  /** Returns how many calls were marked. */
  long run() {
    Optional<SourceSettings> stored = new SelectSettings(sql, wanted.name()).fetch();
    int sourceId = new WriteSettings(sql, wanted).run();
    long calls = replaceDirectory(sourceId);
    if (stored.isPresent()) {
      calls += markChanged(sourceId, stored.get());
    }
    return calls;
  }

  private long replaceDirectory(int sourceId) {
    Directory directory = wanted.directory();
    return directory == null
        ? 0
        : new ReplaceDirectory(sql, sourceId, new SelectDirectory(sql, sourceId).fetch(), directory)
            .run();
  }

  private long markChanged(int sourceId, SourceSettings stored) {
    return wanted.derivesLike(stored)
        ? new MarkLinesStale(
                sql, sourceId, stored.workingHours().lines(), wanted.workingHours().lines())
            .run()
        : new MarkSourceStale(sql, sourceId).run();
  }
}
