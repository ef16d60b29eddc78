package calltally.reporting.render;

import calltally.reporting.report.DailyReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daily report on paper. */
public final class DailyPdf {

  private static final Logger LOG = LoggerFactory.getLogger(DailyPdf.class);

  private final String company;

  /**
   * @param company whose calls they are, as printed on every report
   */
  public DailyPdf(String company) {
    this.company = company;
  }

  /**
   * Writes the report as PDF, in Russian or else in English; a file that is there is replaced.
   *
   * @throws IOException when the file cannot be written
   */
  public void write(DailyReport report, Locale locale, Path file) throws IOException {
    Wording wording = Wording.of(DailyTemplates.BUNDLE, locale);
    Files.write(file, pdf(report, wording));
    LOG.info(
        "daily report written: source {}, date {}, language {}",
        report.source(),
        report.period().date(),
        wording.locale());
  }

  private byte[] pdf(DailyReport report, Wording wording) {
    try {
      return exported(filled(report, wording), configuration(report, wording));
    } catch (JRException e) {
      throw new IllegalStateException(
          "daily report not rendered (source %s, date %s)"
              .formatted(report.source(), report.period().date()),
          e);
    }
  }

  private JasperPrint filled(DailyReport report, Wording wording) throws JRException {
    DailyTemplates templates = DailyTemplates.get();
    Map<String, @Nullable Object> parameters =
        new HashMap<>(new DailyPage(report, wording).parameters());
    parameters.putAll(templates.parameters());
    parameters.put("company", company);
    parameters.put(JRParameter.REPORT_LOCALE, wording.locale());
    parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
    return JasperFillManager.fillReport(templates.daily(), parameters, new JREmptyDataSource());
  }

  private SimplePdfExporterConfiguration configuration(DailyReport report, Wording wording) {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setMetadataTitle(
        wording.text("metadata.title", report.source(), report.period().date().toString()));
    configuration.setMetadataAuthor(company);
    configuration.setMetadataCreator(wording.text("product", Version.current()));
    configuration.setDisplayMetadataTitle(true);
    configuration.setTagLanguage(wording.locale().getLanguage());
    configuration.setCompressed(true);
    return configuration;
  }

  private static byte[] exported(JasperPrint print, SimplePdfExporterConfiguration configuration)
      throws JRException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.setConfiguration(configuration);
    exporter.exportReport();
    return bytes.toByteArray();
  }
}
