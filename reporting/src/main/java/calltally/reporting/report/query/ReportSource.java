package calltally.reporting.report.query;

import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import java.time.ZoneId;

/** What a report needs to know about its source. */
record ReportSource(int sourceId, ZoneId zone, Targets targets, Thresholds thresholds) {}
