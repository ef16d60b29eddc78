package calltally.reporting.render;

import calltally.reporting.render.chart.Drawing;
import java.util.List;
import java.util.Map;

/**
 * A section of a report: rows and the template that places them.
 *
 * @param template its name, such as {@code shared/tiles}
 * @param values what it says beside its rows, by the names of the template's parameters
 */
record Section(String template, List<? extends Record> rows, Map<String, String> values) {

  Section {
    rows = List.copyOf(rows);
    values = Map.copyOf(values);
  }

  /** A section that says nothing but its rows. */
  static Section of(String template, List<? extends Record> rows) {
    return new Section(template, rows, Map.of());
  }

  /** A table under a heading. */
  static Section table(String template, Caption caption, List<? extends Record> rows) {
    return new Section(
        template,
        rows,
        Map.of("title", caption.title(), "note", caption.note(), "empty", caption.empty()));
  }

  /** A drawing under a heading. */
  static Section drawing(String template, Caption caption, Drawing drawing) {
    return new Section(
        template,
        List.of(new Picture(drawing)),
        Map.of("title", caption.title(), "note", caption.note()));
  }

  /**
   * What stands above a section.
   *
   * @param note beside the title, may be empty
   * @param empty why there are no rows, printed where there are none
   */
  record Caption(String title, String note, String empty) {

    Caption(String title, String note) {
      this(title, note, "");
    }
  }

  /** The one row of a section that is a drawing. */
  record Picture(Drawing drawing) {}
}
