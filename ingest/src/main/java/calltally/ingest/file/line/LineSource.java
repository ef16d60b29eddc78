package calltally.ingest.file.line;

import java.io.IOException;
import java.util.Optional;

/** Gives the lines of a file, or the objects of a JSON text, one at a time. */
public interface LineSource {

  /** The next one that is not blank; empty at the end of the file. */
  Optional<FileLine> next() throws IOException;
}
