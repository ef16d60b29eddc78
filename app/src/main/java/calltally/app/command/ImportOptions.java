package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.terminal.Message;
import calltally.ingest.file.FileFormat;
import calltally.ingest.file.FileReading;
import java.nio.charset.Charset;
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
      description = "jsonl, csv or queue_log (default: detected from the content).")
  private @Nullable FileFormat format;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Encoding of CSV and queue_log, such as windows-1251 (default: UTF-8).")
  private Charset charset = UTF_8;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description =
          "What separates the cells of a table: a character, tab or semicolon (default: detected"
              + " from the heading).")
  private @Nullable String separator;

  FileReading reading() {
    return new FileReading(format, charset, separator());
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
