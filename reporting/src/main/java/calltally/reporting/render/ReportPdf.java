package calltally.reporting.render;

import calltally.reporting.render.chart.Logo;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRFontNotFoundException;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes reports as PDF/A-2b, in Russian or English. */
final class ReportPdf {

  private static final Logger LOG = LoggerFactory.getLogger(ReportPdf.class);
  private static final String COLOUR_PROFILE = "calltally/reports/srgb.icc";

  private final Letterhead letterhead;
  private final CustomerNumbers numbers;

  ReportPdf(Letterhead letterhead, CustomerNumbers numbers) {
    this.letterhead = letterhead;
    this.numbers = numbers;
  }

  /**
   * Writes the report; replaces an existing file.
   *
   * @throws IOException when the file cannot be written or the logo cannot be read
   */
  void write(Report report, Locale locale, Path file) throws IOException {
    Wording wording = Wording.of(locale, numbers);
    Files.write(file, pdf(report, wording));
    ReportHead head = report.head();
    LOG.info(
        "{} report written: source {}, dates {} to {}, language {}",
        head.kind(),
        head.scope().source(),
        head.period().from(),
        head.period().lastDate(),
        wording.locale());
  }

  private byte[] pdf(Report report, Wording wording) throws IOException {
    try {
      PageModel page = PageModels.of(report, wording);
      return exported(filled(page, wording), configuration(page, wording));
    } catch (JRFontNotFoundException e) {
      String folder = System.getProperty("java.io.tmpdir");
      throw new LocalizedException(
          LocalizedText.of("calltally.reporting.render", "fonts", folder), e);
    } catch (JRException e) {
      ReportHead head = report.head();
      throw new IllegalStateException(
          "cannot render the %s report (source %s, from %s)"
              .formatted(head.kind(), head.scope().source(), head.period().from()),
          e);
    }
  }

  private JasperPrint filled(PageModel page, Wording wording) throws JRException, IOException {
    Map<String, @Nullable Object> parameters = new HashMap<>(language(wording));
    parameters.put("title", page.title());
    parameters.put("verdict", page.verdict());
    parameters.put("period", page.period());
    parameters.put("generated", page.generated());
    parameters.put("footer", page.footer());
    parameters.put("company", letterhead.printedName());
    parameters.put("mark", new Logo());
    parameters.put("logo", letterhead.picture());
    List<FilledSection> sections =
        page.sections().stream().map(section -> filled(section, wording)).toList();
    return JasperFillManager.fillReport(
        Templates.get("shared/page"), parameters, new RecordDataSource(sections));
  }

  /** A section, compiled and filled with what every template needs. */
  private static FilledSection filled(Section section, Wording wording) {
    Map<String, Object> values = new HashMap<>(section.values());
    values.put("titleWidth", SectionTitle.width(section.values().getOrDefault("title", "")));
    values.putAll(language(wording));
    return new FilledSection(
        Templates.get(section.template()), new RecordDataSource(section.rows()), values);
  }

  private record FilledSection(
      JasperReport template, RecordDataSource rows, Map<String, Object> values) {}

  private static Map<String, Object> language(Wording wording) {
    return Map.of(
        JRParameter.REPORT_TEMPLATES, List.of(Templates.style()),
        JRParameter.REPORT_LOCALE, wording.locale(),
        JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
  }

  private SimplePdfExporterConfiguration configuration(PageModel page, Wording wording) {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2B);
    configuration.setIccProfilePath(COLOUR_PROFILE);
    configuration.setMetadataTitle(page.documentTitle());
    configuration.setMetadataAuthor(letterhead.company());
    configuration.setMetadataCreator(wording.text("product", Version.current()));
    configuration.setDisplayMetadataTitle(true);
    configuration.setTagLanguage(wording.locale().getLanguage());
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
