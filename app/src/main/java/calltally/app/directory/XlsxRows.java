package calltally.app.directory;

import calltally.app.terminal.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of an Excel workbook: of the first sheet with a header, else of the first one. */
final class XlsxRows {

  /** What a workbook may have unpacked: compressed, a small file can fill any memory. */
  private static final int LARGEST = 50 << 20;

  /** The length of the longest beginning by which a file is known. */
  private static final int SIGNATURE = 8;

  private final String file;
  private final byte[] bytes;

  /**
   * The rows of a workbook.
   *
   * @param file its name in problems
   */
  XlsxRows(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes.clone();
  }

  static boolean isWorkbook(byte[] bytes) {
    return bytes.length >= SIGNATURE && ReadableWorkbook.isOOXMLZipHeader(bytes);
  }

  /** Whether it is a workbook of old versions of Excel, or one with a password. */
  static boolean isOldWorkbook(byte[] bytes) {
    return bytes.length >= SIGNATURE && ReadableWorkbook.isOLE2Header(bytes);
  }

  TableRows read() {
    try {
      if (unpackedSize() > LARGEST) {
        return refused("directory.xlsx.size");
      }
      return rows();
    } catch (IOException | RuntimeException e) {
      // The library has an exception of its own for each kind of damage, and passes on others.
      return refused("directory.xlsx.damaged");
    }
  }

  private TableRows refused(String key) {
    return TableRows.failed(Message.of("configuration.at", file, Message.of(key)));
  }

  /** Reads all parts once, since the sizes that a file states about them may be wrong. */
  private long unpackedSize() throws IOException {
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        try (InputStream content = zip.getInputStream(part)) {
          for (int read = 0; read >= 0 && size <= LARGEST; read = content.read(buffer)) {
            size += read;
          }
        }
      }
    }
    return size;
  }

  private TableRows rows() throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
      TableRows first = null;
      for (Sheet sheet : workbook.getSheets().toList()) {
        TableRows rows = rows(sheet);
        if (rows.rows().stream().limit(CsvHeader.LAST_ROW).anyMatch(XlsxRows::isHeader)) {
          return rows;
        }
        first = first == null ? rows : first;
      }
      return first == null ? new TableRows(List.of(), Optional.empty()) : first;
    }
  }

  private static boolean isHeader(TableRows.Row row) {
    return CsvHeader.isHeader(row.cells());
  }

  private static TableRows rows(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return new TableRows(
          rows.map(row -> new TableRows.Row(row.getRowNum(), cells(row)))
              .filter(row -> !row.isBlank())
              .toList(),
          Optional.empty());
    }
  }

  private static List<String> cells(Row row) {
    return row.stream().map(XlsxCell::text).toList();
  }
}
