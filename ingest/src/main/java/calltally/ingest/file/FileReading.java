package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read.
 *
 * @param format null where its content has to tell
 * @param charset of tables and logs; JSON lines are UTF-8 always
 */
public record FileReading(@Nullable FileFormat format, Charset charset) {

  /** By what its content tells, in UTF-8. */
  public static final FileReading BY_CONTENT = new FileReading(null, UTF_8);
}
