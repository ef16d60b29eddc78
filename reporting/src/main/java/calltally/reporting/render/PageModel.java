package calltally.reporting.render;

import java.util.List;

/**
 * A report as it goes on paper: words and drawings, and the sections in their order.
 *
 * @param verdict how it went, in one sentence
 * @param period that the figures are of, and its zone
 * @param generated when they were seen
 * @param footer on every page, so that a loose one is known
 * @param documentTitle what a viewer shows in the bar of its window
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
