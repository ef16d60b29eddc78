package calltally.app.command;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.ConfigurationFile;
import calltally.app.database.ResolvedSettings;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that all commands share: the configuration file and the database. */
final class CommonOptions {

  private static final String DEFAULT_FILE = "calltally.yaml";
  private static final String VARIABLE = "CALLTALLY_CONFIG";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file (default: CALLTALLY_CONFIG in the environment, or else"
              + " calltally.yaml if it exists).")
  private @Nullable Path config;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "PostgreSQL to use instead of the embedded one: jdbc:postgresql://host/database"
              + " (or CALLTALLY_DATABASE_URL, _USER, _PASSWORD in the environment).")
  private @Nullable String databaseUrl;

  /** The settings that follow from these options, the environment and the configuration file. */
  ResolvedSettings settings(CommandContext context) {
    ConfigurationFile reader = new ConfigurationFile(context.environment(), context.zone());
    Path named = file(context.environment());
    Path file = context.folder().resolve(named);
    boolean hasFile = Files.exists(file);
    if (!hasFile && isNamed(context.environment())) {
      throw missing(named);
    }
    Configuration configuration = hasFile ? reader.read(file) : reader.none(context.folder());
    return ResolvedSettings.of(configuration, hasFile, databaseUrl, context.environment());
  }

  private UsageException missing(Path named) {
    String namedBy = config == null ? VARIABLE : "--config";
    return new UsageException(
        command.commandLine(), Message.of("configuration.no_file", namedBy, named.toString()));
  }

  private Path file(Map<String, String> environment) {
    return config == null ? Path.of(environment.getOrDefault(VARIABLE, DEFAULT_FILE)) : config;
  }

  private boolean isNamed(Map<String, String> environment) {
    return config != null || environment.containsKey(VARIABLE);
  }
}
