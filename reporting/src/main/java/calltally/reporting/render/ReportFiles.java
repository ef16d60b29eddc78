package calltally.reporting.render;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reports as files of a folder, in any format, in Russian or else in English. */
public final class ReportFiles {

  private final ReportPdf pdf;

  public ReportFiles(Letterhead letterhead, CustomerNumbers numbers) {
    this.pdf = new ReportPdf(letterhead, numbers);
  }

  /**
   * Writes the report in each format; files that are there are replaced, a folder that is not there
   * is made.
   *
   * @return the files in the order of the formats
   * @throws IOException when a file cannot be written or the logo not be read
   */
  public List<Path> write(Report report, Locale locale, Set<ReportFormat> formats, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    FileName name = FileName.of(report, locale);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      if (formats.contains(format)) {
        files.addAll(write(report, locale, format, folder.resolve(name.in(format))));
      }
    }
    return files;
  }

  private List<Path> write(Report report, Locale locale, ReportFormat format, Path file)
      throws IOException {
    switch (format) {
      case PDF -> pdf.write(report, locale, file);
    }
    return List.of(file);
  }
}
