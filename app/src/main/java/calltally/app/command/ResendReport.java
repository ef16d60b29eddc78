package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.ConfiguredDispatch;
import calltally.app.terminal.CommandContext;
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

/** Mails corrected reports to those who got the first ones. */
record ResendReport(CommandContext context, ResolvedSettings settings, CallDatabase database) {

  /** Those of the subscriptions of that kind, source and filter that tell of one of the dates. */
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
      throw new IllegalStateException(
          "report not resent: a subscription must have told of the dates, and none of %s did (source %s, %s to %s)"
              .formatted(
                  request.kind(),
                  request.source(),
                  request.dates().from(),
                  request.dates().until().minusDays(1)));
    }
    dispatcher.render(subscriptions);
    dispatcher.send();
    List<DeliveryOutcome> entries = newest(mailings);
    DeliveriesCommand.table(entries, context.zone())
        .lines(context.terminal().columns())
        .forEach(context.out()::println);
    return entries.stream().anyMatch(DeliveryOutcome::isTrouble) ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private static boolean isMeant(Subscription subscription, ReportRequest request) {
    ReportFilter asked = request.filter();
    ReportFilter told = subscription.filter();
    return subscription.report() == request.kind()
        && subscription.source().equals(request.source())
        && isMeant(asked.line(), told.line())
        && isMeant(asked.department(), told.department())
        && isMeant(asked.manager(), told.manager());
  }

  private static boolean isMeant(@Nullable String asked, @Nullable String told) {
    return asked == null || Objects.equals(asked, told);
  }

  /** What became of the newest revision of each. */
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
