package calltally.app.check;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.configuration.SourceEntry;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the configuration can be read, and what it comes to. */
final class ConfigurationCheck {

  private static final String SUBJECT = "configuration";

  private ConfigurationCheck() {}

  /** Everything that is wrong with a file that could not be read. */
  public static List<CheckResult> of(InvalidConfigurationException unreadable) {
    return unreadable.problems().stream()
        .map(problem -> CheckResult.failed(SUBJECT, problem, ""))
        .toList();
  }

  /** A configuration that holds although there is no file. */
  public static CheckResult ofNoFile() {
    return CheckResult.ok(SUBJECT, "there is no file: one source, and the embedded database");
  }

  /** A file that was read. */
  public static CheckResult of(Configuration configuration) {
    String sources =
        configuration.sources().stream().map(SourceEntry::name).collect(Collectors.joining(", "));
    return CheckResult.ok(
        SUBJECT,
        "it could be read: %s %s, %s"
            .formatted(
                configuration.sources().size() == 1 ? "source" : "sources",
                sources,
                configuration.directories() == null
                    ? "no directory in it"
                    : "with the directory in it"));
  }
}
