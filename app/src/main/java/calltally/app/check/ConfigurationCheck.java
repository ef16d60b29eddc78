package calltally.app.check;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.configuration.SourceEntry;
import calltally.app.terminal.Message;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the configuration can be read, and what it says. */
final class ConfigurationCheck {

  private static final CheckSubject SUBJECT = CheckSubject.CONFIGURATION;

  private ConfigurationCheck() {}

  /** Everything that is wrong with a file that could not be read. */
  public static List<CheckResult> of(InvalidConfigurationException unreadable) {
    return unreadable.problems().stream()
        .map(problem -> CheckResult.failed(SUBJECT, problem, Message.NONE))
        .toList();
  }

  /** The configuration that applies without a file. */
  public static CheckResult ofNoFile() {
    return CheckResult.ok(SUBJECT, Message.of("check.configuration.none"));
  }

  /** The sources whose exchange could prove its requests, and does not. */
  static List<CheckResult> unsigned(Configuration configuration) {
    return configuration.sources().stream()
        .filter(source -> !source.access().exchange().secretNames().isEmpty())
        .filter(source -> source.access().secrets().named().isEmpty())
        .map(
            source ->
                CheckResult.warning(
                    SUBJECT,
                    Message.of(
                        "check.configuration.unsigned",
                        source.name(),
                        source.access().exchange().title()),
                    Message.of(
                        "check.configuration.unsigned.advice", source.access().exchange().name())))
        .toList();
  }

  /** A file that was read. */
  public static CheckResult of(Configuration configuration) {
    String sources =
        configuration.sources().stream().map(SourceEntry::name).collect(Collectors.joining(", "));
    return CheckResult.ok(
        SUBJECT,
        Message.of(
            configuration.sources().size() == 1
                ? "check.configuration.source"
                : "check.configuration.sources",
            sources,
            Message.of(
                configuration.directories() == null
                    ? "check.configuration.no_directory"
                    : "check.configuration.directory")));
  }
}
