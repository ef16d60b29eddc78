package calltally.app;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.ConfigurationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command: which configuration, which database. */
final class SystemOptions {

  private static final String DEFAULT_FILE = "calltally.yaml";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration (default: calltally.yaml, if it is there).")
  private @Nullable Path config;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "PostgreSQL to use instead of the embedded one: jdbc:postgresql://host/database"
              + " (or CALLTALLY_DATABASE_URL, _USER, _PASSWORD in the environment).")
  private @Nullable String databaseUrl;

  /** What these options, the environment and the configuration file ask for together. */
  Setup setup(Shell shell) {
    ConfigurationFile reader = new ConfigurationFile(shell.environment(), shell.zone());
    Path file = shell.folder().resolve(config == null ? Path.of(DEFAULT_FILE) : config);
    boolean hasFile = Files.exists(file);
    if (config != null && !hasFile) {
      throw new ParameterException(
          command.commandLine(), "--config could not be read: it has to be a file, was " + config);
    }
    Configuration configuration = hasFile ? reader.read(file) : reader.none(shell.folder());
    return Setup.of(configuration, hasFile, databaseUrl, shell.environment());
  }
}
