package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.database.RandomPassword;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.app.terminal.Texts;
import calltally.web.user.PasswordHash;
import calltally.web.user.Role;
import calltally.web.user.User;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints entries for the users of the page. */
@Command(
    name = "user",
    description = "Adds and lists users of the page.",
    synopsisSubcommandLabel = "(add | list)",
    mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {

  private static final int PASSWORD_LENGTH = 20;
  private static final int LEAST_PASSWORD = 12;

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  UserCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** Prints the line for a user. */
  @Command(
      name = "add",
      description = "Prints the line to add to users: in the configuration file.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "NAME", description = "Letters, digits, ., _, @ and -.") String name,
      @Option(
              names = "--role",
              paramLabel = "R",
              defaultValue = "ALL",
              description = "all, department or manager (default: all).")
          Role role,
      @Nullable @Option(names = "--department", paramLabel = "D", description = "The department.")
          String department,
      @Nullable @Option(names = "--manager", paramLabel = "M", description = "The manager.")
          String manager,
      @Option(
              names = "--password-stdin",
              description = "Reads the password from standard input instead of generating one.")
          boolean isRead)
      throws IOException {
    requireSubjects(role, department, manager);
    String password = isRead ? read() : RandomPassword.of(PASSWORD_LENGTH);
    if (!isRead) {
      context.err().println(context.texts().text("user.password", name, password));
    }
    context.out().println(line(name, PasswordHash.of(password), role, department, manager));
    return ExitCode.OK;
  }

  /** Prints who may log in. */
  @Command(
      name = "list",
      description = "Lists the users of the configuration file, and what each sees.",
      mixinStandardHelpOptions = true)
  int list(@Mixin CommonOptions options) {
    Texts texts = context.texts();
    TextTable table =
        new TextTable(
            Stream.of("name", "role", "subject", "sources", "numbers")
                .map(column -> new TextColumn(texts.text("user.list." + column), false))
                .toList());
    for (User user : options.settings(context).configuration().users()) {
      table.add(
          List.of(
              user.name(),
              user.role().toString(),
              Objects.requireNonNullElse(
                  user.department(), Objects.requireNonNullElse(user.manager(), "")),
              String.join(", ", user.sources()),
              texts.text("user.list." + user.numbers().name().toLowerCase(Locale.ROOT))));
    }
    if (table.size() == 0) {
      context.out().println(texts.text("user.list.none"));
    } else {
      table.lines(context.terminal().columns()).forEach(context.out()::println);
    }
    return ExitCode.OK;
  }

  private static void requireSubjects(
      Role role, @Nullable String department, @Nullable String manager) {
    if ((role == Role.DEPARTMENT) != (department != null)) {
      throw new CommandFailedException("user.department");
    }
    if ((role == Role.MANAGER) != (manager != null)) {
      throw new CommandFailedException("user.manager");
    }
  }

  private String read() throws IOException {
    String line = new BufferedReader(new InputStreamReader(context.in(), UTF_8)).readLine();
    if (line == null || line.length() < LEAST_PASSWORD) {
      throw new CommandFailedException("user.short", LEAST_PASSWORD);
    }
    return line;
  }

  private static String line(
      String name,
      PasswordHash password,
      Role role,
      @Nullable String department,
      @Nullable String manager) {
    return "  - {name: %s, password_hash: \"%s\", role: %s%s%s}"
        .formatted(
            quoted(name),
            password.text(),
            role,
            department == null ? "" : ", department: " + quoted(department),
            manager == null ? "" : ", manager: " + quoted(manager));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
