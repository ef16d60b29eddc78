package calltally.app;

import calltally.app.configuration.Company;
import calltally.app.configuration.Configuration;
import calltally.app.configuration.Mail;
import calltally.reporting.delivery.Archive;
import calltally.reporting.delivery.DatabaseClock;
import calltally.reporting.delivery.Office;
import calltally.reporting.delivery.Post;
import calltally.reporting.delivery.PostOffice;
import calltally.reporting.delivery.ReportRetention;
import calltally.sql.DatabaseRole;
import java.nio.file.Path;
import java.time.Period;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The post office as the configuration describes it. */
record ConfiguredOffice(Configuration configuration, Path folder) {

  static ConfiguredOffice of(Setup setup, Shell shell) {
    return new ConfiguredOffice(setup.configuration(), shell.folder());
  }

  /** Works on the ledger of the database, by its clock. */
  PostOffice open(CallDatabase database) {
    DataSource ledger = database.as(DatabaseRole.REPORT);
    return new PostOffice(ledger, office(), new DatabaseClock(ledger));
  }

  /** How long the archive keeps reports. */
  ReportRetention retention(CallDatabase database) {
    return new ReportRetention(
        database.as(DatabaseRole.REPORT),
        archive(),
        Period.ofMonths(configuration.archive().keepMonths()));
  }

  Archive archive() {
    return new Archive(configuration.data().resolve("archive"));
  }

  private Office office() {
    Company company = configuration.company();
    Path logo = company.logo() == null ? null : folder.resolve(company.logo());
    return new Office(company.name(), logo, archive(), post());
  }

  private @Nullable Post post() {
    Mail mail = configuration.mail();
    return mail == null ? null : new Post(mail.server(), mail.from(), mail.unsubscribe());
  }
}
