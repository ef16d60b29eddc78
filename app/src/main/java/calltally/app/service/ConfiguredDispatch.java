package calltally.app.service;

import calltally.app.configuration.CompanyEntry;
import calltally.app.configuration.Configuration;
import calltally.app.configuration.MailEntry;
import calltally.app.database.CallDatabase;
import calltally.reporting.delivery.Archive;
import calltally.reporting.delivery.DatabaseClock;
import calltally.reporting.delivery.DispatchSettings;
import calltally.reporting.delivery.MailSettings;
import calltally.reporting.delivery.ReportDispatcher;
import calltally.reporting.delivery.ReportRetention;
import calltally.sql.DatabaseRole;
import java.nio.file.Path;
import java.time.Period;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How reports are dispatched and kept, as the configuration says.
 *
 * @param folder the working directory, where relative paths of the configuration start
 */
public record ConfiguredDispatch(Configuration configuration, Path folder) {

  /** Works on the ledger of the database, by its clock. */
  public ReportDispatcher dispatcher(CallDatabase database) {
    DataSource ledger = database.as(DatabaseRole.REPORT);
    return new ReportDispatcher(ledger, dispatchSettings(), new DatabaseClock(ledger));
  }

  /** How long the archive keeps reports. */
  public ReportRetention retention(CallDatabase database) {
    return new ReportRetention(
        database.as(DatabaseRole.REPORT),
        archive(),
        Period.ofMonths(configuration.archive().keepMonths()));
  }

  Archive archive() {
    return new Archive(configuration.data().archive());
  }

  private DispatchSettings dispatchSettings() {
    CompanyEntry company = configuration.company();
    Path logo = company.logo() == null ? null : folder.resolve(company.logo());
    return new DispatchSettings(company.name(), logo, archive(), mailSettings());
  }

  private @Nullable MailSettings mailSettings() {
    MailEntry mail = configuration.mail();
    return mail == null ? null : new MailSettings(mail.server(), mail.from(), mail.unsubscribe());
  }
}
