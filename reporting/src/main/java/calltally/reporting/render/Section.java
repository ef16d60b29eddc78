package calltally.reporting.render;

import calltally.reporting.render.chart.Drawing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A section of a report: rows, and the template that places them.
 *
 * @param template name, such as {@code shared/tiles}
 * @param values other texts of the section, by template parameter
 */
record Section(String template, List<? extends Record> rows, Map<String, String> values) {

  Section {
    rows = List.copyOf(rows);
    values = Map.copyOf(values);
  }

  /** A section of rows only. */
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

  /** The same section with more texts, by template parameter. */
  Section with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(values);
    all.putAll(more);
    return new Section(template, rows, all);
  }

  /** A drawing under a heading. */
  static Section drawing(String template, Caption caption, Drawing drawing) {
    return new Section(
        template,
        List.of(new Picture(drawing)),
        Map.of("title", caption.title(), "note", caption.note()));
  }

  /**
   * The heading of a section.
   *
   * @param note next to the title, may be empty
   * @param empty printed if there are no rows, to say why
   */
  record Caption(String title, String note, String empty) {

    Caption(String title, String note) {
      this(title, note, "");
    }
  }

  /** The single row of a section that is a drawing. */
  record Picture(Drawing drawing) {}
}
