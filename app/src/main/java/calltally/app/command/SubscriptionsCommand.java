package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.ConfiguredDispatch;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.reporting.delivery.schedule.PlannedRun;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.report.DateRange;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists the subscriptions: who gets which report when. */
@Command(
    name = "subscriptions",
    description = "Lists the subscriptions: who gets which report when, and the next run of each.",
    mixinStandardHelpOptions = true)
final class SubscriptionsCommand implements Callable<Integer> {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

  /** Marked as a number, the next run is never cut: it matters most. */
  private static final List<TextColumn> COLUMNS =
      List.of(
          new TextColumn("subscription", false),
          new TextColumn("at", false),
          new TextColumn("next run", true),
          new TextColumn("period", false),
          new TextColumn("recipients", false));

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  SubscriptionsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ResolvedSettings settings = options.settings(context);
    if (settings.configuration().subscriptions().isEmpty()) {
      context.out().println("There are no subscriptions: calltally.yaml lists them.");
      return ExitCode.OK;
    }
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.open(settings));
      database.prepare(settings);
      print(settings, database);
      return ExitCode.OK;
    }
  }

  private void print(ResolvedSettings settings, CallDatabase database) {
    Instant now = context.clock().instant();
    TextTable table = new TextTable(COLUMNS);
    new ConfiguredDispatch(settings.configuration(), context.folder())
        .dispatcher(database)
        .expanded(settings.configuration().subscriptions(), now)
        .forEach(subscription -> table.add(row(subscription, now)));
    table.lines(context.terminal().columns()).forEach(context.out()::println);
    if (settings.configuration().mail() == null) {
      context.out().println("Without mail in calltally.yaml, reports are only archived.");
    }
  }

  private static List<@Nullable String> row(Subscription subscription, Instant now) {
    PlannedRun next = subscription.next(now);
    return Arrays.asList(
        subscription.key(),
        subscription.rules().schedule().toString(),
        MOMENT.format(next.at().atZone(subscription.zone())),
        dates(next.dates()),
        recipients(subscription.recipients()));
  }

  private static String dates(DateRange dates) {
    return dates.days() == 1
        ? dates.from().toString()
        : dates.from() + " to " + dates.until().minusDays(1);
  }

  private static String recipients(Recipients recipients) {
    return recipients.all().map(MailAddress::address).collect(Collectors.joining(", "));
  }
}
