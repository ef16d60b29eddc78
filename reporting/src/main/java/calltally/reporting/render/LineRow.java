package calltally.reporting.render;

import calltally.reporting.render.Bar.Part;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.Line;
import java.util.List;
import net.sf.jasperreports.renderers.Renderable;

/** A row of the table of lines. */
record LineRow(
    String name,
    String department,
    String incoming,
    String answered,
    String missed,
    String rate,
    Renderable bar) {

  static List<LineRow> of(List<Line> lines, Wording wording) {
    int largest = lines.stream().mapToInt(line -> line.calls().incoming()).max().orElse(1);
    return lines.stream().map(line -> of(line, largest, wording)).toList();
  }

  private static LineRow of(Line line, int largest, Wording wording) {
    CallCounts calls = line.calls();
    Notation notation = wording.notation();
    return new LineRow(
        LineName.of(line.number(), line.name(), wording),
        line.department() == null ? "" : line.department(),
        notation.count(calls.incoming()),
        notation.count(calls.answered()),
        notation.count(calls.missed()),
        notation.percent(calls.answerRate().share()),
        bar(calls, largest));
  }

  private static Bar bar(CallCounts calls, int largest) {
    return new Bar(
        List.of(
            new Part(calls.answered(), Palette.ANSWERED),
            new Part(calls.missed(), Palette.MISSED),
            new Part(calls.unfinished(), Palette.NEUTRAL)),
        largest);
  }
}
