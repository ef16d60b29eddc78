package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.ZoneId;

/**
 * What the notifications of a source are read with.
 *
 * @param zone in which its local dates and hours are meant
 * @param shortCallLimit a missed call with wait < this is short
 * @param horizon how far back its calls are derived
 */
public record SourceRules(
    ZoneId zone,
    Duration shortCallLimit,
    WorkingHours workingHours,
    Directory directory,
    RetentionHorizon horizon) {}
