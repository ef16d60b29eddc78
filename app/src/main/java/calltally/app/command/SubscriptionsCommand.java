package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.ConfiguredDispatch;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.reporting.delivery.ReportDispatcher;
import calltally.reporting.delivery.schedule.PlannedRun;
import calltally.reporting.delivery.subscription.FanOutBy;
import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.MailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  SubscriptionsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ResolvedSettings settings = options.settings(context);
    if (settings.configuration().subscriptions().isEmpty()) {
      context.out().println(context.texts().text("subscriptions.none"));
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
    TextTable table = new TextTable(columns());
    ReportDispatcher dispatcher =
        new ConfiguredDispatch(settings.configuration(), context.folder()).dispatcher(database);
    List<Message> empty = new ArrayList<>();
    for (Subscription subscription : settings.configuration().subscriptions()) {
      List<Subscription> single = dispatcher.expanded(List.of(subscription), now);
      single.forEach(each -> table.add(row(each, now)));
      if (single.isEmpty()) {
        empty.add(whyNone(subscription, dispatcher.hasSubjects(subscription, now)));
      }
    }
    if (table.size() > 0) {
      table.lines(context.terminal().columns()).forEach(context.out()::println);
    }
    empty.forEach(reason -> context.out().println(context.texts().text(reason)));
    if (settings.configuration().mail() == null) {
      context.out().println(context.texts().text("subscriptions.archived"));
    }
  }

  /** Only a subscription for each of several can come to nothing. */
  private static Message whyNone(Subscription subscription, boolean hasSubjects) {
    FanOutBy each = Objects.requireNonNull(subscription.fanOut()).each();
    return Message.of(
        "subscriptions." + (hasSubjects ? "unaddressed." : "nobody.") + each,
        subscription.key(),
        subscription.source());
  }

  /** Marked as a number, the next run is never cut: it matters most. */
  private List<TextColumn> columns() {
    return Stream.of("subscription", "at", "next_run", "period", "recipients")
        .map(
            name -> new TextColumn(context.texts().text("column." + name), name.equals("next_run")))
        .toList();
  }

  private List<@Nullable String> row(Subscription subscription, Instant now) {
    PlannedRun next = subscription.next(now);
    return Arrays.asList(
        subscription.key(),
        subscription.rules().schedule().toString(),
        context.texts().time("weekday_moment", next.at().atZone(subscription.zone())),
        new Dates(next.dates()).in(context.texts()),
        recipients(subscription.recipients()));
  }

  private static String recipients(Recipients recipients) {
    return recipients.all().map(MailAddress::address).collect(Collectors.joining(", "));
  }
}
