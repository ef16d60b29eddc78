package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.MissedCallReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;

/**
 * What JasperReports does by itself: the template of the missed calls' table alone, filled with
 * rows of ready texts, as plain PDF.
 */
final class BareReport {

  private final JasperReport template;
  private final Map<String, Object> parameters = new HashMap<>();
  private final List<MissedRow> rows;

  BareReport(MissedCallReport report) throws JRException {
    Wording wording = SampleDay.english();
    rows = MissedRow.of(report.calls(), report.head(), wording);
    template =
        JasperCompileManager.compileReport(
            BareReport.class.getResourceAsStream("/calltally/reports/shared/missed.jrxml"));
    parameters.put("title", "Missed calls");
    parameters.put("note", "");
    parameters.put("empty", "");
    parameters.put(
        JRParameter.REPORT_TEMPLATES,
        List.of(
            JRXmlTemplateLoader.load(
                BareReport.class.getResourceAsStream("/calltally/reports/style.jrtx"))));
    parameters.put(JRParameter.REPORT_LOCALE, wording.locale());
    parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, wording.bundle());
  }

  /** Returns the number of pages written. */
  int write(Path file) throws JRException, IOException {
    JasperPrint print =
        JasperFillManager.fillReport(
            template, new HashMap<>(parameters), new RecordDataSource(rows));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.exportReport();
    Files.write(file, bytes.toByteArray());
    return print.getPages().size();
  }
}
