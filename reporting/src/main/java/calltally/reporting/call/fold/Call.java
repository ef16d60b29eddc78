package calltally.reporting.call.fold;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with its attempts, which {@link CallFold} makes of all notifications with one pbx_id.
 *
 * @param localStart the start in the source's zone
 * @param answeredAt first answer; null without one
 * @param endedAt last call end; null without one
 * @param line dialled number, or line that an outgoing call was placed from; null when unknown
 * @param customer outside party; null when withheld
 * @param managerNumber who answered or placed it; null when unknown
 * @param missedReason null unless incoming and missed
 * @param waitTime exact; null when unknown
 * @param talkTime exact; null when unknown
 * @param reportedDuration seconds by the PBX; null when unknown
 * @param voicemail null without one
 * @param tags null when none were ever sent
 * @param inWorkingHours null without configured working hours
 * @param complete start, end, and both ends of every ring were received
 * @param engagements when it engages whose phone; none when its id was used again
 */
public record Call(
    String pbxId,
    Direction direction,
    ZonedDateTime localStart,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable String line,
    @Nullable String customer,
    @Nullable String managerNumber,
    CallOutcome outcome,
    @Nullable MissedReason missedReason,
    boolean isShort,
    @Nullable Duration waitTime,
    @Nullable Duration talkTime,
    @Nullable BigDecimal reportedDuration,
    @Nullable String recording,
    @Nullable Voicemail voicemail,
    @Nullable List<String> tags,
    @Nullable Boolean inWorkingHours,
    boolean isInternal,
    boolean complete,
    List<Anomaly> anomalies,
    List<Attempt> attempts,
    List<Engagement> engagements,
    DirectoryOnDate directory) {

  /** The line's name in the directory; null when the directory does not list it. */
  public @Nullable String lineName() {
    return directory.lineName(line);
  }

  public @Nullable String lineDepartment() {
    return directory.lineDepartment(line);
  }

  /** The manager's name; a number that is in no directory stands for itself. */
  public @Nullable String manager() {
    return directory.managerName(managerNumber);
  }

  /** The department of the manager whose phone rang. */
  public @Nullable String departmentOf(Attempt attempt) {
    return directory.managerDepartment(attempt.ring().number());
  }

  /** The same call without links to recordings. */
  public Call withoutRecordings() {
    return new Call(
        pbxId,
        direction,
        localStart,
        answeredAt,
        endedAt,
        line,
        customer,
        managerNumber,
        outcome,
        missedReason,
        isShort,
        waitTime,
        talkTime,
        reportedDuration,
        null,
        voicemail == null ? null : new Voicemail(null),
        tags,
        inWorkingHours,
        isInternal,
        complete,
        anomalies,
        attempts,
        engagements,
        directory);
  }

  /**
   * A message that the customer left.
   *
   * @param url the last link to it; null without one
   */
  public record Voicemail(@Nullable String url) {}
}
