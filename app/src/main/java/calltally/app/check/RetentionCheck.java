package calltally.app.check;

import calltally.sql.retention.ExpiredRows;
import calltally.sql.retention.RetentionRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Whether all is gone that the configuration wants gone. */
record RetentionCheck(DataSource database, InstantSource clock) {

  private static final String SUBJECT = "retention";

  /** What expires goes within hours; longer ago it expired only for a service that stands still. */
  private static final Duration GRACE = Duration.ofDays(2);

  /** One, or one for each kind of thing of a source that should have gone two days ago. */
  public List<CheckResult> results() {
    List<CheckResult> overdue =
        new RetentionRun(database)
            .preview(clock.instant().minus(GRACE)).stream()
                .filter(expired -> expired.amount() > 0)
                .map(RetentionCheck::result)
                .toList();
    return overdue.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, "nothing is kept for longer than the configuration says"))
        : overdue;
  }

  private static CheckResult result(ExpiredRows expired) {
    return CheckResult.warning(
        SUBJECT,
        String.format(
            Locale.ROOT, "%s: %s, %,d overdue", expired.source(), expired.kind(), expired.amount()),
        "serve does it within hours: see that it runs, and its log; or calltally retention");
  }
}
