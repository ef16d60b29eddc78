package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param format null to detect it from the content
 * @param charset of tables and logs; JSON lines are always UTF-8
 */
public record FileReading(@Nullable FileFormat format, Charset charset) {

  /** The format detected from the content, in UTF-8. */
  public static final FileReading BY_CONTENT = new FileReading(null, UTF_8);
}
