package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.sql.retention.ExpiredRows;
import calltally.sql.retention.RetentionRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Whether everything is deleted that the configuration does not keep. */
record RetentionCheck(DataSource database, InstantSource clock) {

  private static final CheckSubject SUBJECT = CheckSubject.RETENTION;

  /** What expires is deleted within hours; only a service that stands still is later. */
  private static final Duration GRACE = Duration.ofDays(2);

  /** One, or one for each source and kind that expired more than two days ago. */
  public List<CheckResult> results() {
    List<CheckResult> overdue =
        new RetentionRun(database)
            .preview(clock.instant().minus(GRACE)).stream()
                .filter(expired -> expired.amount() > 0)
                .map(RetentionCheck::result)
                .toList();
    return overdue.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, Message.of("check.retention.ok")))
        : overdue;
  }

  private static CheckResult result(ExpiredRows expired) {
    return CheckResult.warning(
        SUBJECT,
        Message.of(
            "check.retention.overdue",
            expired.source(),
            Message.of("check.retention.kind." + expired.kind().replace(' ', '_')),
            expired.amount()),
        Message.of("check.retention.advice"));
  }
}
