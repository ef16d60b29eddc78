package calltally.reporting.report;

import calltally.sql.source.Targets;
import java.time.Duration;
import java.time.ZoneId;

/** What a report needs to know of its source. */
record SourceFacts(int sourceId, ZoneId zone, Targets targets, Duration threshold) {}
