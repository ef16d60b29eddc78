package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param format null to detect it from the content
 * @param charset of tables and logs; a byte order mark takes precedence
 * @param separator of a table's cells; null to detect it
 * @param lists the known ways to list finished calls
 * @param company the numbers by which the direction of a finished call is known
 */
public record FileReading(
    @Nullable FileFormat format,
    Charset charset,
    @Nullable Character separator,
    List<CallListColumns> lists,
    CompanyNumbers company) {

  /** The format detected from the content, in UTF-8. */
  public static final FileReading BY_CONTENT = new FileReading(null, UTF_8);

  public FileReading {
    lists = List.copyOf(lists);
  }

  public FileReading(@Nullable FileFormat format, Charset charset) {
    this(format, charset, null, List.of(), CompanyNumbers.NONE);
  }

  /** The same for a text in another charset. */
  FileReading in(Charset other) {
    return new FileReading(format, other, separator, lists, company);
  }

  /** The same for files of one format. */
  public FileReading of(FileFormat only) {
    return new FileReading(only, charset, separator, lists, company);
  }

  /** The same for a company with these numbers. */
  public FileReading of(CompanyNumbers numbers) {
    return new FileReading(format, charset, separator, lists, numbers);
  }
}
