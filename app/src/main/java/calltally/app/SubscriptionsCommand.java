package calltally.app;

import calltally.app.query.Column;
import calltally.app.query.Table;
import calltally.reporting.delivery.PlannedRun;
import calltally.reporting.delivery.Recipients;
import calltally.reporting.delivery.Subscription;
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
import picocli.CommandLine.Mixin;

/** Shows who gets which report when. */
@Command(
    name = "subscriptions",
    description = "Shows who gets which report when, and the next run of each.",
    mixinStandardHelpOptions = true)
final class SubscriptionsCommand implements Callable<Integer> {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

  /** The next run is what is asked for, and never cut. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column("subscription", false),
          new Column("at", false),
          new Column("next run", true),
          new Column("tells of", false),
          new Column("recipients", false));

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  SubscriptionsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Setup setup = system.setup(shell);
    if (setup.configuration().subscriptions().isEmpty()) {
      shell.out().println("There are none: calltally.yaml lists them under subscriptions.");
      return Calltally.DONE;
    }
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.open(setup));
      database.prepare(setup);
      print(setup, database);
      return Calltally.DONE;
    }
  }

  private void print(Setup setup, CallDatabase database) {
    Instant now = shell.clock().instant();
    Table table = new Table(COLUMNS);
    ConfiguredOffice.of(setup, shell)
        .open(database)
        .expanded(setup.configuration().subscriptions(), now)
        .forEach(subscription -> table.add(row(subscription, now)));
    table.lines(shell.terminal().columns()).forEach(shell.out()::println);
    if (setup.configuration().mail() == null) {
      shell.out().println("Without mail in calltally.yaml reports go into the archive only.");
    }
  }

  private static List<@Nullable String> row(Subscription subscription, Instant now) {
    PlannedRun next = subscription.next(now);
    return Arrays.asList(
        subscription.key(),
        subscription.terms().schedule().toString(),
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
