package calltally.reporting.delivery;

import calltally.reporting.delivery.subscription.DeliveryRules;
import calltally.reporting.delivery.subscription.ReportOptions;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.letter.DeliveryNotes;
import calltally.reporting.mail.letter.Letter;
import calltally.reporting.mail.letter.LetterWriter;
import calltally.reporting.render.Letterhead;
import calltally.reporting.render.PdfCheck;
import calltally.reporting.render.ReportFiles;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Makes the report of a mailing: archives its files and letter, and records its deliveries, all or
 * nothing.
 */
record RenderMailing(
    ClaimedMailing mailing,
    Subscription subscription,
    DispatchSettings settings,
    Reports reports,
    Instant now) {

  /**
   * Makes the report, or finds that it has nothing to say.
   *
   * @throws UnfitReportException when the report was made but must not be sent
   */
  void run(DSLContext sql) {
    Report report =
        reports.select(
            new ReportRequest(
                subscription.report(),
                subscription.source(),
                mailing.dates(),
                subscription.filter(),
                now,
                subscription.key()));
    if (isHeldBack(report)) {
      EndRendering.empty(mailing).run(sql);
    } else {
      sql.transaction(transaction -> make(report, transaction.dsl()));
    }
  }

  private boolean isHeldBack(Report report) {
    return subscription.rules().whenEmpty() == DeliveryRules.WhenEmpty.HOLD_BACK
        && mailing.revision() == 0
        && EmptyReport.of(report);
  }

  private void make(Report report, DSLContext sql) {
    Report recorded = Reports.recorded(report, subscription.key(), now, sql);
    ArchivedReport archived = settings.archive().report(mailing, date());
    try {
      make(recorded, archived, sql);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write report to " + archived.folder(), e);
    }
  }

  private void make(Report recorded, ArchivedReport archived, DSLContext sql) throws IOException {
    Path workplace = settings.archive().workplace(mailing);
    try {
      String subject = fill(workplace, archived, recorded, sql);
      long run = Optional.ofNullable(recorded.head().run()).orElseThrow();
      EndRendering.rendered(mailing, run, archived.path(), subscription.options().numbers())
          .run(sql);
      settings
          .mailing()
          .ifPresent(
              mailSettings ->
                  new InsertDeliveries(
                          mailing,
                          archived,
                          subscription.recipients(),
                          subject,
                          mailSettings.from().domain(),
                          now)
                      .run(sql));
      settings.archive().keep(workplace, archived);
    } finally {
      Archive.remove(workplace);
    }
  }

  /** The local date on which the report was due. */
  private LocalDate date() {
    return LocalDate.ofInstant(mailing.dueAt(), subscription.zone());
  }

  /** Writes the files and letters; returns the subject of the letter. */
  private String fill(Path workplace, ArchivedReport archived, Report report, DSLContext sql)
      throws IOException {
    ReportOptions options = subscription.options();
    Letterhead letterhead = settings.letterhead(subscription.source());
    List<Path> files =
        new ReportFiles(letterhead, options.numbers(), options.csv())
            .write(report, options.language(), options.formats(), workplace);
    prove(files, report);
    DeliveryNotes attached = deliveryNotes(report, sql);
    DeliveryNotes leftOut = attached;
    for (Path file : files) {
      String name = file.getFileName().toString();
      leftOut = leftOut.leavingOut(name, archived.folder().resolve(name).toString());
    }
    LetterWriter writer =
        new LetterWriter(
            letterhead.company(), settings.whole(subscription.source()), options.numbers());
    Letter letter = writer.write(report, options.language(), attached);
    ArchivedReport.keep(letter, ArchivedReport.Copy.WITH_FILES, workplace);
    ArchivedReport.keep(
        writer.write(report, options.language(), leftOut),
        ArchivedReport.Copy.WITHOUT_FILES,
        workplace);
    return letter.subject();
  }

  private void prove(List<Path> files, Report report) throws IOException {
    ReportOptions options = subscription.options();
    PdfCheck check = PdfCheck.of(report, options.language(), options.numbers());
    for (Path file : files) {
      if (file.getFileName().toString().endsWith(".pdf")) {
        List<String> faults = check.faults(file);
        if (!faults.isEmpty()) {
          throw new UnfitReportException(file, faults);
        }
      }
    }
  }

  private DeliveryNotes deliveryNotes(Report report, DSLContext sql) {
    DeliveryNotes notes =
        settings
            .mailing()
            .map(MailSettings::unsubscribe)
            .map(DeliveryNotes.NONE::unsubscribedAt)
            .orElse(DeliveryNotes.NONE);
    DeliveryNotes linked =
        settings
            .page(report)
            .map(notes::seenAt)
            .map(seen -> seen.knowing(customers(report, sql)))
            .orElse(notes);
    return new SelectCorrectedRun(mailing).run(sql).map(linked::correcting).orElse(linked);
  }

  /** Pages of the callers named in the letter: none for readers who must not see their numbers. */
  private Map<String, URI> customers(Report report, DSLContext sql) {
    return subscription.options().numbers() == CustomerNumbers.SHOWN
            && report instanceof CallReport calls
        ? new SelectCallerPages(calls, settings.pageLink().orElseThrow()).run(sql)
        : Map.of();
  }
}
