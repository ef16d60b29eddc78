package calltally.reporting.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;

/** The compiled templates of the daily report and the style of all reports. */
final class DailyTemplates {

  static final String BUNDLE = "calltally.reports.daily.messages";

  private static final String FOLDER = "/calltally/reports/";

  private final JasperReport daily = compiled("daily/daily.jrxml");
  private final JasperReport lines = compiled("daily/lines.jrxml");
  private final JasperReport managers = compiled("daily/managers.jrxml");
  private final JasperReport callbacks = compiled("daily/callbacks.jrxml");
  private final JRTemplate style = style();

  private DailyTemplates() {}

  /** Compiled at the first call, kept until the program ends. */
  static DailyTemplates get() {
    return Holder.TEMPLATES;
  }

  JasperReport daily() {
    return daily;
  }

  /** What the main template needs to know of the others. */
  Map<String, Object> parameters() {
    return Map.of(
        "linesTemplate", lines,
        "managersTemplate", managers,
        "callbacksTemplate", callbacks,
        "REPORT_TEMPLATES", List.of(style));
  }

  private static JasperReport compiled(String name) {
    try (InputStream template = open(name)) {
      return JasperCompileManager.compileReport(template);
    } catch (JRException e) {
      throw new IllegalStateException("template not compiled, was " + name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JRTemplate style() {
    try (InputStream style = open("style.jrtx")) {
      return JRXmlTemplateLoader.load(style);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream template = DailyTemplates.class.getResourceAsStream(FOLDER + name);
    if (template == null) {
      throw new IllegalStateException("template not found, was " + FOLDER + name);
    }
    return template;
  }

  private static final class Holder {
    static final DailyTemplates TEMPLATES = new DailyTemplates();
  }
}
