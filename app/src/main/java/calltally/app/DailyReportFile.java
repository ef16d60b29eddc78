package calltally.app;

import calltally.reporting.render.DailyPdf;
import calltally.reporting.report.DailyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A daily report on its way into a file. */
record DailyReportFile(DailyPdf pdf, DailyReport report) {

  /** Writes it in the language and tells its path. */
  Path write(Language language, Path folder) throws IOException {
    Files.createDirectories(folder);
    String name =
        "calltally-daily-%s-%s-%s.pdf".formatted(report.period().date(), report.source(), language);
    Path file = folder.resolve(name);
    pdf.write(report, language.locale(), file);
    return file;
  }
}
