package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.ConfiguredDispatch;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.reporting.delivery.DeliveryLedger;
import calltally.reporting.delivery.DeliveryOutcome;
import calltally.reporting.delivery.MailingId;
import calltally.reporting.delivery.ReportDispatcher;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportRequest;
import calltally.sql.DatabaseRole;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Mails corrected reports to everyone who got the first ones. */
record ResendReport(CommandContext context, ResolvedSettings settings, CallDatabase database) {

  /** Resends what subscriptions of that kind, source and filter reported on any of the dates. */
  int run(ReportRequest request) {
    ReportDispatcher dispatcher =
        new ConfiguredDispatch(settings.configuration(), context.folder()).dispatcher(database);
    List<Subscription> subscriptions =
        dispatcher
            .expanded(settings.configuration().subscriptions(), context.clock().instant())
            .stream()
            .filter(subscription -> isMeant(subscription, request))
            .toList();
    List<MailingId> mailings = dispatcher.revise(subscriptions, request.dates());
    if (mailings.isEmpty()) {
      throw new CommandFailedException(
          "report.no_original",
          request.kind().toString(),
          request.source(),
          request.dates().from().toString(),
          request.dates().until().minusDays(1).toString());
    }
    dispatcher.render(subscriptions);
    dispatcher.send();
    List<DeliveryOutcome> entries = newest(mailings);
    new DeliveryTable(context.texts(), context.zone())
        .of(entries)
        .lines(context.terminal().columns())
        .forEach(context.out()::println);
    return entries.stream().anyMatch(DeliveryOutcome::isTrouble) ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private static boolean isMeant(Subscription subscription, ReportRequest request) {
    ReportFilter asked = request.filter();
    ReportFilter subscribed = subscription.filter();
    return subscription.report() == request.kind()
        && subscription.source().equals(request.source())
        && isMeant(asked.line(), subscribed.line())
        && isMeant(asked.department(), subscribed.department())
        && isMeant(asked.manager(), subscribed.manager());
  }

  private static boolean isMeant(@Nullable String asked, @Nullable String subscribed) {
    return asked == null || Objects.equals(asked, subscribed);
  }

  /** The deliveries of the newest revision of each mailing. */
  private List<DeliveryOutcome> newest(List<MailingId> mailings) {
    DeliveryLedger ledger = new DeliveryLedger(database.as(DatabaseRole.REPORT));
    return mailings.stream()
        .map(ledger::of)
        .flatMap(
            entries ->
                entries.stream().filter(entry -> entry.revision() == entries.get(0).revision()))
        .toList();
  }
}
