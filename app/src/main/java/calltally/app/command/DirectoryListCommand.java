package calltally.app.command;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.app.terminal.Texts;
import calltally.sql.settings.Directory;
import calltally.sql.settings.DirectoryEntry;
import calltally.sql.settings.DirectoryStore;
import calltally.sql.settings.ManagerNumber;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists the managers and lines that are valid today. */
@Command(
    name = "list",
    description = "Lists the managers and lines that are valid today, by source.",
    mixinStandardHelpOptions = true)
final class DirectoryListCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  DirectoryListCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ResolvedSettings settings = options.settings(context);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      database.prepareToRead(settings);
      DirectoryStore directories = new DirectoryStore(database.owner());
      for (SourceRow source : new Sources(database.owner()).list()) {
        print(source, directories.of(source.name()));
      }
      return ExitCode.OK;
    }
  }

  private void print(SourceRow source, Directory directory) {
    LocalDate today = LocalDate.ofInstant(context.clock().instant(), source.zone());
    List<ManagerNumber> managers = validOn(today, directory.managers());
    List<DirectoryEntry> lines = validOn(today, directory.lines());
    context.out().println(heading(source.name(), today, managers, lines));
    if (!managers.isEmpty()) {
      print(managers(managers));
    }
    if (!lines.isEmpty()) {
      print(lines(lines));
    }
  }

  private String heading(
      String source, LocalDate today, List<ManagerNumber> managers, List<DirectoryEntry> lines) {
    long people = managers.stream().map(ManagerNumber::name).distinct().count();
    Texts texts = context.texts();
    String day = texts.time("directory.list.date", today);
    return texts.text("directory.list.source", source, day, people, lines.size());
  }

  private static <T extends DirectoryEntry> List<T> validOn(
      LocalDate day, Collection<? extends T> entries) {
    return entries.stream().<T>map(e -> e).filter(e -> e.validity().includes(day)).toList();
  }

  private TextTable managers(List<ManagerNumber> numbers) {
    TextTable table = table("manager", "department", "numbers");
    numbers.stream()
        .collect(groupingBy(ManagerNumber::name, TreeMap::new, toList()))
        .forEach(
            (name, own) ->
                table.add(
                    row(
                        name,
                        own.get(0).department(),
                        own.stream().map(ManagerNumber::number).sorted().collect(joining("; ")))));
    return table;
  }

  private TextTable lines(List<DirectoryEntry> lines) {
    TextTable table = table("line", "name", "department");
    lines.stream()
        .sorted(comparing(DirectoryEntry::number))
        .forEach(line -> table.add(row(line.number(), line.name(), line.department())));
    return table;
  }

  private TextTable table(String... columns) {
    return new TextTable(
        Arrays.stream(columns)
            .map(name -> context.texts().text("directory.column." + name))
            .map(name -> new TextColumn(name, false))
            .toList());
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }

  private void print(TextTable table) {
    table.lines(context.terminal().columns()).forEach(context.out()::println);
  }
}
