package calltally.reporting.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.sql.retention.NumberMatcher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A file of the archive as readers see it: the words of a PDF, the cells of a workbook. */
record ArchivedText(Path file) {

  /**
   * Whether the customer's number occurs in the file; an unreadable file counts as containing it.
   */
  boolean names(NumberMatcher trace) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".pdf")) {
      return isIn(trace, ArchivedText::words);
    }
    return name.endsWith(".xlsx")
        ? isIn(trace, ArchivedText::cells)
        : trace.isIn(new String(Files.readAllBytes(file), UTF_8));
  }

  private boolean isIn(NumberMatcher trace, Reader reader) {
    try {
      return trace.isIn(reader.text(file.toFile()));
    } catch (IOException e) {
      return true;
    }
  }

  private static String words(File pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String cells(File workbook) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipFile parts = new ZipFile(workbook)) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        text.append(new String(parts.getInputStream(part).readAllBytes(), UTF_8)).append('\n');
      }
    }
    return text.toString();
  }

  /** Extracts the text of a file format. */
  private interface Reader {
    String text(File file) throws IOException;
  }
}
