package calltally.app.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** One command line that works for each command, shown to who typed another. */
final class UsageExamples {

  private static final Map<String, String> ARGUMENTS =
      Map.ofEntries(
          Map.entry("demo", ""),
          Map.entry("serve", ""),
          Map.entry("import", "calls.csv"),
          Map.entry("export", "--notifications --out notifications.jsonl"),
          Map.entry("directory", "list"),
          Map.entry("directory import", "managers.csv"),
          Map.entry("directory list", ""),
          Map.entry("refresh", ""),
          Map.entry("report", "daily --date yesterday"),
          Map.entry("exchanges", "mango"),
          Map.entry("exchange-test", "samples"),
          Map.entry("subscriptions", ""),
          Map.entry("deliveries", "--failed"),
          Map.entry("mail-test", "boss@example.com"),
          Map.entry("handover", "test"),
          Map.entry("handover test", "b24 --send --number +375291112233"),
          Map.entry("sql", "\"select * from analytics.daily_line\""),
          Map.entry("source", "list"),
          Map.entry("source list", ""),
          Map.entry("source add", "warsaw --zone Europe/Warsaw --region PL"),
          Map.entry("source rotate", "main"),
          Map.entry("user", "list"),
          Map.entry("user list", ""),
          Map.entry("user add", "anna --role manager --manager Anna"),
          Map.entry("rejected", "list"),
          Map.entry("rejected list", "--since yesterday"),
          Map.entry("rejected replay", "--since yesterday"),
          Map.entry("retention", "--dry-run"),
          Map.entry("customer", "export +375291112233"),
          Map.entry("customer export", "+375291112233"),
          Map.entry("customer erase", "+375291112233"),
          Map.entry("customer erase-again", "/backups/erasures.tsv"),
          Map.entry("backup", "calltally-2026-11-25.tar.gz"),
          Map.entry("restore", "calltally-2026-11-25.tar.gz"),
          Map.entry("check", ""));

  private UsageExamples() {}

  /** As typed; empty for the program itself. */
  static Optional<String> of(CommandLine command) {
    String[] names = command.getCommandSpec().qualifiedName().split(" ", 2);
    return names.length == 1
        ? Optional.empty()
        : Optional.ofNullable(ARGUMENTS.get(names[1]))
            .map(arguments -> ("./calltally " + names[1] + " " + arguments).strip());
  }
}
