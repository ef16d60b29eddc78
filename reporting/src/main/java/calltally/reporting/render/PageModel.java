package calltally.reporting.render;

import java.util.List;

/**
 * A report ready for print: texts, drawings and sections in their order.
 *
 * @param verdict how the period went, in one sentence
 * @param period dates of the figures and their time zone
 * @param generated when the figures were read
 * @param footer printed on every page, so that a loose page can be identified
 * @param documentTitle title in a viewer's window bar
 */
record PageModel(
    String title,
    String verdict,
    String period,
    String generated,
    String footer,
    String documentTitle,
    List<Section> sections) {

  PageModel {
    sections = List.copyOf(sections);
  }
}
