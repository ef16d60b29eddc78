package calltally.app;

import calltally.reporting.render.ReportPdf;
import calltally.reporting.report.Head;
import calltally.reporting.report.Period;
import calltally.reporting.report.Report;
import calltally.reporting.report.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report on its way into a file. */
record ReportFile(ReportPdf pdf, Report report) {

  /** Writes it in the language and tells its path. */
  Path write(Language language, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name(language));
    pdf.write(report, language.locale(), file);
    return file;
  }

  private String name(Language language) {
    Head head = report.head();
    Scope scope = head.scope();
    String line = scope.line() == null ? null : scope.line().number();
    return Stream.of(
                "calltally",
                head.kind().toString(),
                dates(head.period()),
                scope.source(),
                part(line),
                part(scope.department()),
                part(scope.manager()),
                language.toString())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("-"))
        + ".pdf";
  }

  /** One date, a month, or the first and the last date. */
  private static String dates(Period period) {
    if (period.isDay()) {
      return period.from().toString();
    }
    boolean isMonth =
        period.from().getDayOfMonth() == 1 && period.from().plusMonths(1).equals(period.until());
    return isMonth
        ? period.from().toString().substring(0, "2026-11".length())
        : period.from() + "_" + period.lastDate();
  }

  /** Letters and digits of a name, in lower case. */
  private static @Nullable String part(@Nullable String name) {
    return name == null
        ? null
        : name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
  }
}
