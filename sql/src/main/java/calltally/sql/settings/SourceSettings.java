package calltally.sql.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a source.
 *
 * @param name identifies it
 * @param zone time zone of its local dates, hours and shifts
 * @param region ISO 3166 region of its national telephone numbers
 * @param admission which requests it accepts
 * @param recordingHosts hosts to which calls may link for recordings; empty for any
 * @param retention how long its data is kept
 * @param callbacks until when missed callers must be called back
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
    Set<String> recordingHosts,
    Retention retention,
    CallbackRules callbacks,
    @Nullable Directory directory) {

  /** A source without call-back deadlines. */
  public SourceSettings(
      String name,
      ZoneId zone,
      String region,
      AccessSettings admission,
      WorkingHours workingHours,
      Targets targets,
      Thresholds thresholds,
      Set<String> recordingHosts,
      Retention retention,
      @Nullable Directory directory) {
    this(
        name,
        zone,
        region,
        admission,
        workingHours,
        targets,
        thresholds,
        recordingHosts,
        retention,
        CallbackRules.NONE,
        directory);
  }

  public SourceSettings {
    if (!zone.equals(ZoneOffset.UTC) && !ZoneId.getAvailableZoneIds().contains(zone.getId())) {
      // PostgreSQL reads the sign of an offset the other way round.
      throw new IllegalArgumentException(
          "cannot use source: its zone must be a region such as Europe/Minsk (was " + zone + ")");
    }
  }

  /**
   * Whether calls and statistics derived under the other settings remain valid under these, except
   * those affected by the directory or by the hours of single lines.
   */
  boolean derivesLike(SourceSettings other) {
    return zone.equals(other.zone)
        && workingHours.ofSourceAlone().equals(other.workingHours.ofSourceAlone())
        && thresholds.equals(other.thresholds)
        && recordingHosts.equals(other.recordingHosts);
  }

  /** Whether nothing would change if these settings replaced the stored ones. */
  boolean equalsStored(SourceSettings stored) {
    return new SourceSettings(
            name,
            zone,
            region,
            admission.withSecretsOf(stored.admission),
            workingHours,
            targets,
            thresholds,
            recordingHosts,
            retention,
            callbacks,
            directory == null ? stored.directory : directory)
        .equals(stored);
  }
}
