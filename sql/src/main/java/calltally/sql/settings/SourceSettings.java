package calltally.sql.settings;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a source.
 *
 * @param name identifies it
 * @param zone time zone of its local dates, hours and shifts
 * @param region ISO 3166 region of its national telephone numbers
 * @param admission which requests it accepts
 * @param retention how long its data is kept
 * @param directory null leaves the directory as it is
 */
public record SourceSettings(
    String name,
    ZoneId zone,
    String region,
    AccessSettings admission,
    WorkingHours workingHours,
    Targets targets,
    Thresholds thresholds,
    Retention retention,
    @Nullable Directory directory) {

  /**
   * Whether calls and statistics derived under the other settings remain valid under these, except
   * those affected by the directory or by the hours of single lines.
   */
  boolean derivesLike(SourceSettings other) {
    return zone.equals(other.zone)
        && workingHours.ofSourceAlone().equals(other.workingHours.ofSourceAlone())
        && thresholds.equals(other.thresholds);
  }
}
