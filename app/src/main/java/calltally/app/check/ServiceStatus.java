package calltally.app.check;

import calltally.app.configuration.Configuration;
import calltally.app.database.CallDatabase;
import calltally.app.terminal.Texts;
import calltally.ingest.spool.SpoolSettings;
import calltally.web.status.StatusLine;
import calltally.web.status.StatusSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What a running service's page shows of the checks: how the data are doing. */
public record ServiceStatus(Configuration configuration, CallDatabase database)
    implements StatusSource {

  @Override
  public List<StatusLine> lines(Locale language, Instant now) {
    Texts texts = Texts.of(language);
    return results(() -> now).stream()
        .map(
            result ->
                new StatusLine(
                    result.status() == CheckStatus.OK,
                    texts.text(result.status().word()),
                    texts.text(result.subject().word()),
                    result.words(texts)))
        .toList();
  }

  private List<CheckResult> results(InstantSource clock) {
    SpoolSettings settings = configuration.spool();
    SpoolCheck spool = new SpoolCheck(settings.folder(), settings.size());
    DataSource reader = database.reader();
    List<CheckResult> results = new ArrayList<>();
    look(CheckSubject.FEED, () -> new FeedCheck(reader, clock).results(), results);
    look(CheckSubject.REFRESH, () -> List.of(new RefreshCheck(reader, clock).result()), results);
    look(CheckSubject.SPOOL, () -> List.of(spool.result()), results);
    look(CheckSubject.REJECTED, () -> new RejectedCheck(reader, clock).results(), results);
    look(CheckSubject.DELIVERIES, () -> new DeliveriesCheck(reader, clock).results(), results);
    if (configuration.watch() != null) {
      look(CheckSubject.ALARMS, () -> new AlarmsCheck(reader, clock).results(), results);
    }
    return results;
  }

  private static void look(
      CheckSubject subject, Supplier<List<CheckResult>> check, List<CheckResult> results) {
    try {
      results.addAll(check.get());
    } catch (RuntimeException e) {
      results.add(CheckResult.unknown(subject, e));
    }
  }
}
