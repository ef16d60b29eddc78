package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Names of a report's files, such as {@code calltally-daily-2026-11-20-main-ru.pdf}. The line,
 * department or manager, if any, follows the source. Names that differ in more than case give
 * different files.
 *
 * @param stem the name without language and extension
 */
record FileName(String stem) {

  /** Length limit of a name; file systems take 255 bytes in all. */
  private static final int LONGEST_PART = 40;

  /** Words of letters, digits and hyphens, separated by single spaces; or a number. */
  private static final Pattern PLAIN_NAME =
      Pattern.compile("\\+?[\\p{L}\\p{N}-]+( [\\p{L}\\p{N}-]+)*");

  static FileName of(ReportHead head) {
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

  /** The name of a file in one language. */
  String in(Locale locale, ReportFormat format) {
    return stem + "-" + Wording.spoken(locale).getLanguage() + "." + format;
  }

  /** The name of a file that is the same in every language. */
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

  /** The name's letters, digits and hyphens in lower case, with a mark if that loses anything. */
  private static @Nullable String part(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.replaceAll("[^\\p{L}\\p{N}-]+", "_").replaceAll("^_|_$", "");
    return plain.length() <= LONGEST_PART && PLAIN_NAME.matcher(lower).matches()
        ? plain
        : plain.substring(0, Math.min(plain.length(), LONGEST_PART)) + "_" + mark(lower);
  }

  /** Four digits that another name is unlikely to share. */
  private static String mark(String name) {
    CRC32 sum = new CRC32();
    sum.update(name.getBytes(StandardCharsets.UTF_8));
    return "%04x".formatted(sum.getValue() & 0xFFFF);
  }
}
