package calltally.reporting.render;

import calltally.reporting.render.chart.Mark;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Head;
import calltally.reporting.report.Report;
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
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports on paper: PDF/A-2b, in Russian or else in English. */
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
   * Writes the report; a file that is there is replaced.
   *
   * @throws IOException when the file cannot be written or the logo not be read
   */
  void write(Report report, Locale locale, Path file) throws IOException {
    Wording wording = Wording.of(locale, numbers);
    Files.write(file, pdf(report, wording));
    Head head = report.head();
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
      Sheet sheet = Sheets.of(report, wording);
      return exported(filled(sheet, wording), configuration(sheet, wording));
    } catch (JRException e) {
      Head head = report.head();
      throw new IllegalStateException(
          "%s report not rendered (source %s, from %s)"
              .formatted(head.kind(), head.scope().source(), head.period().from()),
          e);
    }
  }

  private JasperPrint filled(Sheet sheet, Wording wording) throws JRException, IOException {
    Map<String, @Nullable Object> parameters = new HashMap<>(language(wording));
    parameters.put("title", sheet.title());
    parameters.put("verdict", sheet.verdict());
    parameters.put("period", sheet.period());
    parameters.put("generated", sheet.generated());
    parameters.put("footer", sheet.footer());
    parameters.put("company", letterhead.printedName());
    parameters.put("mark", new Mark());
    parameters.put("logo", letterhead.picture());
    List<Section> sections = sheet.parts().stream().map(part -> section(part, wording)).toList();
    return JasperFillManager.fillReport(
        Templates.get("shared/page"), parameters, new RecordSource(sections));
  }

  /** A part, compiled and filled with what every template needs. */
  private static Section section(Part part, Wording wording) {
    Map<String, Object> values = new HashMap<>(part.values());
    values.putAll(language(wording));
    return new Section(Templates.get(part.template()), new RecordSource(part.rows()), values);
  }

  private record Section(JasperReport template, RecordSource rows, Map<String, Object> values) {}

  private static Map<String, Object> language(Wording wording) {
    return Map.of(
        JRParameter.REPORT_TEMPLATES, List.of(Templates.style()),
        JRParameter.REPORT_LOCALE, wording.locale(),
        JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
  }

  private SimplePdfExporterConfiguration configuration(Sheet sheet, Wording wording) {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2B);
    configuration.setIccProfilePath(COLOUR_PROFILE);
    configuration.setMetadataTitle(sheet.documentTitle());
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
