package calltally.web.today;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.LineCalls;
import calltally.web.frame.View;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a line.
 *
 * @param link its page; null when the line is not known
 * @param waiting customers who wait after a call on this line
 */
public record LineRow(
    String name,
    @Nullable String link,
    String incoming,
    String missed,
    String rate,
    String waiting) {

  static List<LineRow> of(CallReport report, View view) {
    return report.lines().stream().map(line -> of(line, report, view)).toList();
  }

  private static LineRow of(LineCalls line, CallReport report, View view) {
    Wording wording = view.wording();
    Notation notation = wording.notation();
    String number = line.line().number();
    return new LineRow(
        LineName.of(line.line(), wording),
        number == null ? null : view.link("/line/", number).url(),
        notation.count(line.calls().incoming()),
        notation.count(line.calls().missed()),
        notation.percent(line.calls().answerRate().share()),
        notation.count(waiting(number, report)));
  }

  private static int waiting(@Nullable String number, CallReport report) {
    return report.callbacks().count(group -> Objects.equals(group.line(), number));
  }
}
