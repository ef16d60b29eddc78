package calltally.reporting.render;

import java.util.List;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignGroup;
import net.sf.jasperreports.engine.design.JasperDesign;

/**
 * Adds the template {@code shared/heading} to a table: anchor, title, note, and why it has no rows.
 * It becomes part of the table's design, so that filling needs no special case.
 *
 * @param shared a copy of the template for this table alone, which takes its elements
 */
record TableHeading(JasperDesign shared) {

  private static final String ANCHOR = "anchor";
  private static final String HEADING = "heading";

  void addTo(JasperDesign table) throws JRException {
    for (JRParameter parameter : shared.getParametersList()) {
      if (!parameter.isSystemDefined()) {
        table.addParameter(parameter);
      }
    }
    addElements(band(group(shared, HEADING)), band(group(table, HEADING)));
    addAnchor(table);
    table.setNoData(shared.getNoData());
  }

  private static void addElements(JRDesignBand from, JRDesignBand to) {
    JRElement[] elements = from.getElements();
    for (int i = 0; i < elements.length; i++) {
      to.addElement(i, (JRDesignElement) elements[i]);
    }
  }

  /** Puts the anchor outside all other groups, so that it moves to a new page with the heading. */
  private void addAnchor(JasperDesign table) throws JRException {
    JRDesignGroup anchor = group(shared, ANCHOR);
    anchor.setMinHeightToStartNewPage(
        group(table, HEADING).getMinHeightToStartNewPage() + band(anchor).getHeight());
    List<JRGroup> groups = List.copyOf(table.getGroupsList());
    groups.forEach(group -> table.removeGroup((JRDesignGroup) group));
    table.addGroup(anchor);
    for (JRGroup group : groups) {
      table.addGroup((JRDesignGroup) group);
    }
  }

  private static JRDesignGroup group(JasperDesign design, String name) {
    JRGroup group = design.getGroupsMap().get(name);
    if (group == null) {
      throw new IllegalStateException(
          "cannot compile the template: a table must have a group %s (was %s)"
              .formatted(name, design.getName()));
    }
    return (JRDesignGroup) group;
  }

  private static JRDesignBand band(JRDesignGroup group) {
    return (JRDesignBand) group.getGroupHeaderSection().getBands()[0];
  }
}
