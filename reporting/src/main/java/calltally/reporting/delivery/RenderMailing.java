package calltally.reporting.delivery;

import calltally.reporting.mail.letter.Letter;
import calltally.reporting.mail.letter.Letters;
import calltally.reporting.mail.letter.Postscript;
import calltally.reporting.render.Letterhead;
import calltally.reporting.render.Proof;
import calltally.reporting.render.ReportFiles;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Makes the report of a mailing: its files and letter go into the archive, and its deliveries into
 * the ledger, all or nothing.
 */
record RenderMailing(
    Mailing mailing, Subscription subscription, Office office, Reports reports, Instant now) {

  /**
   * Makes it, or finds that there is nothing to tell.
   *
   * @throws UnfitReport when what was made must not be sent
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
    return subscription.terms().whenEmpty() == Terms.WhenEmpty.HOLD_BACK
        && mailing.revision() == 0
        && Emptiness.of(report);
  }

  private void make(Report report, DSLContext sql) throws IOException {
    Report recorded = Reports.recorded(report, subscription.key(), now, sql);
    Shelf shelf = office.archive().shelf(mailing, date());
    Path workplace = office.archive().workplace(mailing);
    try {
      String subject = fill(workplace, shelf, recorded, sql);
      long run = Optional.ofNullable(recorded.head().run()).orElseThrow();
      EndRendering.rendered(mailing, run, shelf.path()).run(sql);
      office
          .mailing()
          .ifPresent(
              post ->
                  new InsertDeliveries(
                          mailing,
                          shelf,
                          subscription.recipients(),
                          subject,
                          post.from().domain(),
                          now)
                      .run(sql));
      office.archive().keep(workplace, shelf);
    } finally {
      Archive.remove(workplace);
    }
  }

  /** The local date on which it was due. */
  private LocalDate date() {
    return LocalDate.ofInstant(mailing.dueAt(), subscription.zone());
  }

  /** Returns the subject of its letter. */
  private String fill(Path workplace, Shelf shelf, Report report, DSLContext sql)
      throws IOException {
    Edition edition = subscription.edition();
    Letterhead letterhead = office.letterhead(subscription.source());
    List<Path> files =
        new ReportFiles(letterhead, edition.numbers())
            .write(report, edition.language(), edition.formats(), workplace);
    prove(files, report);
    Postscript attached = postscript(sql);
    Postscript leftOut = attached;
    for (Path file : files) {
      String name = file.getFileName().toString();
      leftOut = leftOut.leavingOut(name, shelf.folder().resolve(name).toString());
    }
    Letters letters = new Letters(letterhead.company(), edition.numbers());
    Letter letter = letters.write(report, edition.language(), attached);
    Shelf.keep(letter, Shelf.Copy.WITH_FILES, workplace);
    Shelf.keep(
        letters.write(report, edition.language(), leftOut), Shelf.Copy.WITHOUT_FILES, workplace);
    return letter.subject();
  }

  private void prove(List<Path> files, Report report) throws IOException {
    Edition edition = subscription.edition();
    Proof proof = Proof.of(report, edition.language(), edition.numbers());
    for (Path file : files) {
      if (file.getFileName().toString().endsWith(".pdf")) {
        List<String> faults = proof.faults(file);
        if (!faults.isEmpty()) {
          throw new UnfitReport(file, faults);
        }
      }
    }
  }

  private Postscript postscript(DSLContext sql) {
    Postscript postscript =
        office
            .mailing()
            .map(Post::unsubscribe)
            .map(Postscript.NONE::unsubscribedAt)
            .orElse(Postscript.NONE);
    return new SelectCorrected(mailing).run(sql).map(postscript::correcting).orElse(postscript);
  }
}
