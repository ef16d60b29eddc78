package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.configuration.CallListFile;
import calltally.app.terminal.Message;
import calltally.ingest.file.CallListColumns;
import calltally.ingest.file.FileFormat;
import calltally.ingest.file.FileReading;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How the files of an import are to be read. */
final class ImportOptions {

  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "\\t", '\t', "pipe", '|', "space", ' ');

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "jsonl, csv, queue_log or calls (default: detected from the content).")
  private @Nullable FileFormat format;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Encoding of tables and logs, such as windows-1251 (default: UTF-8).")
  private Charset charset = UTF_8;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description =
          "What separates the cells of a table: a character, tab or semicolon (default: detected"
              + " from the heading).")
  private @Nullable String separator;

  @Option(
      names = "--columns",
      paramLabel = "FILE",
      description =
          "YAML with the columns of a list of finished calls, or asterisk, 3cx, freeswitch,"
              + " yeastar, calls (default: the one that fits the heading).")
  private @Nullable String columns;

  /**
   * The options as a whole.
   *
   * @param folder in which relative paths start
   */
  FileReading reading(Path folder) {
    FileFormat named = format == null && columns != null ? FileFormat.CALLS : format;
    return new FileReading(named, charset, separator(), lists(folder));
  }

  private List<CallListColumns> lists(Path folder) {
    if (columns == null) {
      return CallListFile.ready();
    }
    return List.of(
        CallListFile.READY.contains(columns)
            ? CallListFile.ready(columns)
            : CallListFile.read(folder.resolve(columns)));
  }

  private @Nullable Character separator() {
    if (separator == null) {
      return null;
    }
    Character named = SEPARATORS.get(separator.toLowerCase(Locale.ROOT));
    if (named == null && separator.length() != 1) {
      throw new UsageException(spec.commandLine(), Message.of("usage.separator", separator));
    }
    return named == null ? Character.valueOf(separator.charAt(0)) : named;
  }
}
