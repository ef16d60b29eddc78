package calltally.app.service;

import calltally.app.configuration.CompanyEntry;
import calltally.app.configuration.Configuration;
import calltally.app.configuration.MailEntry;
import calltally.app.database.CallDatabase;
import calltally.ingest.metrics.Counters;
import calltally.reporting.delivery.Archive;
import calltally.reporting.delivery.DeliverySender;
import calltally.reporting.delivery.DispatchSettings;
import calltally.reporting.delivery.MailSettings;
import calltally.reporting.delivery.ReportDispatcher;
import calltally.reporting.delivery.ReportRetention;
import calltally.reporting.mail.CircuitBreakers;
import calltally.sql.DatabaseClock;
import calltally.sql.DatabaseRole;
import java.nio.file.Path;
import java.time.Period;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Dispatch and retention of reports as configured.
 *
 * @param folder the working directory, to which relative paths of the configuration refer
 */
public record ConfiguredDispatch(Configuration configuration, Path folder) {

  /** A dispatcher on the database's ledger, with the database's clock. */
  public ReportDispatcher dispatcher(CallDatabase database) {
    DataSource ledger = database.forTasks(DatabaseRole.REPORT);
    return new ReportDispatcher(ledger, dispatchSettings(), new DatabaseClock(ledger));
  }

  /** The workers that mail what is waiting; null when nothing is mailed. */
  @Nullable MailWorkers mailWorkers(
      CallDatabase database, CircuitBreakers breakers, Counters counters, TaskHealth health) {
    MailEntry mail = configuration.mail();
    if (mail == null) {
      return null;
    }
    DataSource ledger = database.forTasks(DatabaseRole.REPORT);
    DeliverySender sender =
        new DeliverySender(
            ledger,
            archive(),
            mailSettings(mail),
            breakers.of(mail.server()),
            new DatabaseClock(ledger));
    return new MailWorkers(sender, mail.connections(), counters, health);
  }

  /** The removal of reports that are too old for the archive. */
  public ReportRetention retention(CallDatabase database) {
    return new ReportRetention(
        database.forTasks(DatabaseRole.REPORT),
        archive(),
        Period.ofMonths(configuration.archive().keepMonths()));
  }

  Archive archive() {
    return new Archive(configuration.data().archive());
  }

  private DispatchSettings dispatchSettings() {
    CompanyEntry company = configuration.company();
    Path logo = company.logo() == null ? null : folder.resolve(company.logo());
    MailEntry mail = configuration.mail();
    return new DispatchSettings(
        company.name(),
        logo,
        configuration.sources().size() == 1,
        archive(),
        mail == null ? null : mailSettings(mail),
        configuration.web() == null ? null : configuration.web().url());
  }

  private static MailSettings mailSettings(MailEntry mail) {
    return new MailSettings(mail.server(), mail.from(), mail.unsubscribe());
  }
}
