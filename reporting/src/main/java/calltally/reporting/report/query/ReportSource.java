package calltally.reporting.report.query;

import calltally.sql.source.Targets;
import calltally.sql.source.Thresholds;
import java.time.ZoneId;

/** What a report needs to know of its source. */
record ReportSource(int sourceId, ZoneId zone, Targets targets, Thresholds thresholds) {}
