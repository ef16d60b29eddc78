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
 */
public record FileReading(
    @Nullable FileFormat format,
    Charset charset,
    @Nullable Character separator,
    List<CallListColumns> lists) {

  /** The format detected from the content, in UTF-8. */
  public static final FileReading BY_CONTENT = new FileReading(null, UTF_8);

  public FileReading {
    lists = List.copyOf(lists);
  }

  public FileReading(@Nullable FileFormat format, Charset charset) {
    this(format, charset, null, List.of());
  }
}
