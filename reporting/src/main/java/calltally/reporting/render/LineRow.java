package calltally.reporting.render;

import calltally.reporting.render.chart.Bar;
import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.DepartmentCalls;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.Rate;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;

/**
 * A row of the table of lines or departments.
 *
 * @param department department; for a manager's own number, the words that say so
 * @param rate empty where the sample is small
 * @param uncertainRate the rate where the sample is small, else empty
 */
record LineRow(
    String name,
    String department,
    String incoming,
    String answered,
    String missed,
    String rate,
    String uncertainRate,
    Renderable bar) {

  /** The lines, then managers' own numbers. */
  static List<LineRow> of(List<LineCalls> lines, Wording wording) {
    return rows(NamedCalls.of(lines, wording), wording);
  }

  static List<LineRow> ofDepartments(List<DepartmentCalls> departments, Wording wording) {
    String none = wording.text("department.none");
    return rows(
        departments.stream()
            .map(
                row ->
                    new NamedCalls(
                        row.department() == null ? none : row.department(), "", row.calls()))
            .toList(),
        wording);
  }

  private static List<LineRow> rows(List<NamedCalls> entries, Wording wording) {
    int largest =
        entries.stream().mapToInt(namedCalls -> namedCalls.calls().incoming()).max().orElse(1);
    return entries.stream().map(namedCalls -> of(namedCalls, largest, wording)).toList();
  }

  private static LineRow of(NamedCalls namedCalls, int largest, Wording wording) {
    CallCounts calls = namedCalls.calls();
    Rate rate = calls.answerRate();
    Notation notation = wording.notation();
    return new LineRow(
        namedCalls.name(),
        namedCalls.department(),
        notation.count(calls.incoming()),
        notation.count(calls.answered()),
        notation.count(calls.missed()),
        rate.isSmallSample() ? "" : notation.percent(rate.share()),
        rate.isSmallSample() ? notation.percent(rate.share()) : "",
        Bar.of(calls, largest));
  }

  /** What a row is about: a line, a manager's own number, or all of these numbers together. */
  private record NamedCalls(String name, String department, CallCounts calls) {

    /** If there are more managers' own numbers, one row sums them. */
    private static final int DIRECT_ROWS = 3;

    static List<NamedCalls> of(List<LineCalls> lines, Wording wording) {
      Stream<LineCalls> shared = lines.stream().filter(line -> !line.line().isDirect());
      List<LineCalls> direct = lines.stream().filter(line -> line.line().isDirect()).toList();
      return direct.size() > DIRECT_ROWS
          ? Stream.concat(
                  shared.map(line -> of(line, wording)), Stream.of(together(direct, wording)))
              .toList()
          : Stream.concat(shared, direct.stream()).map(line -> of(line, wording)).toList();
    }

    private static NamedCalls of(LineCalls line, Wording wording) {
      String department = line.department() == null ? "" : line.department();
      return new NamedCalls(
          LineName.of(line.line(), wording),
          line.line().isDirect() ? wording.text("line.direct") : department,
          line.calls());
    }

    private static NamedCalls together(List<LineCalls> direct, Wording wording) {
      int managers = (int) direct.stream().map(line -> line.line().manager()).distinct().count();
      return new NamedCalls(
          wording.text("lines.direct"),
          wording.counted("lines.direct.managers", managers),
          direct.stream().map(LineCalls::calls).reduce(CallCounts.NONE, CallCounts::plus));
    }
  }
}
