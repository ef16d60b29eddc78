package calltally.reporting.retention;

import calltally.reporting.call.TestJournal;
import calltally.sql.DatabaseRole;
import calltally.sql.retention.RetentionResult;
import calltally.sql.retention.RetentionRun;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;

/** The retention settings of a source, applied by the role that does so in production. */
record RetentionFixture(TestJournal journal, String settings) {

  RetentionFixture(TestJournal journal) {
    this(journal, "");
  }

  /** Uses statements that time out after two seconds. */
  RetentionFixture impatient() {
    return new RetentionFixture(journal, " -c statement_timeout=2s");
  }

  /** Limits what is kept; null means without limit. */
  void limit(String notificationMonths, String callMonths, String recordingMonths, String days) {
    journal
        .sql()
        .execute(
            "insert into config.retention values (%d, %s, %s, %s, %s)"
                .formatted(
                    journal.sourceId(), notificationMonths, callMonths, recordingMonths, days));
  }

  RetentionResult applyRetention(String at) {
    journal.refresh().run();
    return new RetentionRun(refresher()).run(Instant.parse(at));
  }

  Map<String, String> figures() {
    return new AllFigures(
            journal.sql(),
            "2026-01-01",
            "2027-01-01",
            "2026-11-20T00:00:00Z",
            "period,day,month,hour,weekday_hour,line,department")
        .fetch();
  }

  private DataSource refresher() {
    return journal.database().as(DatabaseRole.REFRESH, settings);
  }
}
