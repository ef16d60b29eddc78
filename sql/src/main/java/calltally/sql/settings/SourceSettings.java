package calltally.sql.settings;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about a source.
 *
 * @param name identifies it
 * @param zone in which its local dates, hours and shifts are meant
 * @param region ISO 3166 region of its national telephone numbers
 * @param admission whose requests it takes
 * @param retention how long it is all kept
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
   * Whether calls and statistics derived under the other settings hold under these too, but for
   * those that the directory or the hours of single lines touch.
   */
  boolean derivesLike(SourceSettings other) {
    return zone.equals(other.zone)
        && workingHours.ofSourceAlone().equals(other.workingHours.ofSourceAlone())
        && thresholds.equals(other.thresholds);
  }
}
