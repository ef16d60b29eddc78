package calltally.reporting.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;

/** The report templates, each compiled on first use and then cached. */
final class Templates {

  private static final String FOLDER = "/calltally/reports/";
  private static final Map<String, JasperReport> COMPILED = new ConcurrentHashMap<>();

  private Templates() {}

  /**
   * The template with a name such as {@code shared/tiles}.
   *
   * @throws IllegalStateException when the template does not exist
   */
  static JasperReport get(String name) {
    return COMPILED.computeIfAbsent(name, Templates::compiled);
  }

  /** Colours and sizes of every report. */
  static JRTemplate style() {
    return Style.SHARED;
  }

  private static JasperReport compiled(String name) {
    try {
      JasperDesign template = load(name);
      if (template.getWhenNoDataType() == WhenNoDataTypeEnum.NO_DATA_SECTION) {
        new TableHeading(load("shared/heading")).addTo(template);
      }
      return JasperCompileManager.compileReport(template);
    } catch (JRException e) {
      throw new IllegalStateException("cannot compile the template " + name, e);
    }
  }

  private static JasperDesign load(String name) throws JRException {
    try (InputStream template = open(name + ".jrxml")) {
      return JRXmlLoader.load(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream template = Templates.class.getResourceAsStream(FOLDER + name);
    if (template == null) {
      throw new IllegalStateException("cannot find the template " + FOLDER + name);
    }
    return template;
  }

  private static final class Style {
    static final JRTemplate SHARED = load();

    private static JRTemplate load() {
      try (InputStream style = open("style.jrtx")) {
        return JRXmlTemplateLoader.load(style);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
