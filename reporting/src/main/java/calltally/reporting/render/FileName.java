package calltally.reporting.render;

import calltally.reporting.report.Head;
import calltally.reporting.report.Period;
import calltally.reporting.report.Report;
import calltally.reporting.report.Scope;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a report are called: {@code calltally-daily-2026-11-20-main-ru.pdf}, with the
 * line, department or manager behind the source when it is not of all.
 *
 * @param stem without language and ending
 */
record FileName(String stem) {

  /** Of a name; file systems take 255 bytes in all. */
  private static final int LONGEST_PART = 40;

  static FileName of(Report report) {
    Head head = report.head();
    Scope scope = head.scope();
    String line = scope.line() == null ? null : scope.line().number();
    return new FileName(
        Stream.of(
                "calltally",
                head.kind().toString(),
                dates(head.period()),
                scope.source(),
                part(line),
                part(scope.department()),
                part(scope.manager()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("-")));
  }

  /** Of a file that is in one language. */
  String in(Locale locale, ReportFormat format) {
    return stem + "-" + Wording.spoken(locale).getLanguage() + "." + format;
  }

  /** Of a file that is the same in every language. */
  String in(ReportFormat format) {
    return stem + "." + format;
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
    if (name == null) {
      return null;
    }
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    String shortened = plain.substring(0, Math.min(plain.length(), LONGEST_PART));
    return shortened.replaceAll("^_|_$", "");
  }
}
