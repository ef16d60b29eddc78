package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.ZoneId;

/**
 * The rules by which the notifications of a source are read.
 *
 * @param zone the zone of its local dates and hours
 * @param shortCallLimit a missed call with wait < this is short
 * @param fairRing a phone that rang this long could have been answered
 * @param recordingHosts to which its calls may link
 * @param horizon how far back its calls are derived
 */
public record SourceRules(
    ZoneId zone,
    Duration shortCallLimit,
    Duration fairRing,
    ShiftCalendar workingHours,
    DirectoryIndex directory,
    RecordingHosts recordingHosts,
    RetentionHorizon horizon) {}
