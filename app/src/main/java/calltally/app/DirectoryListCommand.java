package calltally.app;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import calltally.app.query.Column;
import calltally.app.query.Table;
import calltally.sql.source.Directories;
import calltally.sql.source.Directory;
import calltally.sql.source.DirectoryEntry;
import calltally.sql.source.ManagerNumber;
import calltally.sql.source.SourceRow;
import calltally.sql.source.Sources;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the managers and lines of today. */
@Command(
    name = "list",
    description = "Shows the managers and lines of today, source by source.",
    mixinStandardHelpOptions = true)
final class DirectoryListCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  DirectoryListCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Setup setup = system.setup(shell);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
      database.prepare(setup);
      Directories directories = new Directories(database.owner());
      for (SourceRow source : new Sources(database.owner()).list()) {
        print(source, directories.of(source.name()));
      }
      return Calltally.DONE;
    }
  }

  private void print(SourceRow source, Directory directory) {
    LocalDate today = LocalDate.ofInstant(shell.clock().instant(), source.zone());
    List<ManagerNumber> managers = validOn(today, directory.managers());
    List<DirectoryEntry> lines = validOn(today, directory.lines());
    shell
        .out()
        .printf(
            "Source %s on %s: managers %d, lines %d%n",
            source.name(),
            today,
            managers.stream().map(ManagerNumber::name).distinct().count(),
            lines.size());
    if (!managers.isEmpty()) {
      print(managers(managers));
    }
    if (!lines.isEmpty()) {
      print(lines(lines));
    }
  }

  private static <T extends DirectoryEntry> List<T> validOn(
      LocalDate day, Collection<? extends T> entries) {
    return entries.stream().<T>map(e -> e).filter(e -> e.validity().includes(day)).toList();
  }

  private static Table managers(List<ManagerNumber> numbers) {
    Table table = table("manager", "department", "numbers");
    numbers.stream()
        .collect(groupingBy(ManagerNumber::name, TreeMap::new, toList()))
        .forEach(
            (name, his) ->
                table.add(
                    row(
                        name,
                        his.get(0).department(),
                        his.stream().map(ManagerNumber::number).sorted().collect(joining("; ")))));
    return table;
  }

  private static Table lines(List<DirectoryEntry> lines) {
    Table table = table("line", "name", "department");
    lines.stream()
        .sorted(comparing(DirectoryEntry::number))
        .forEach(line -> table.add(row(line.number(), line.name(), line.department())));
    return table;
  }

  private static Table table(String... columns) {
    return new Table(Arrays.stream(columns).map(name -> new Column(name, false)).toList());
  }

  private static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }

  private void print(Table table) {
    table.lines(shell.terminal().columns()).forEach(shell.out()::println);
  }
}
