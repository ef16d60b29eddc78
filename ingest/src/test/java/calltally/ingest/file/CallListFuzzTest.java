package calltally.ingest.file;

import calltally.sql.testing.Corpus;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Any text, read as a list of finished calls: each line becomes notifications or a reason why not.
 */
final class CallListFuzzTest {

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read() {
    return Corpus.of("calls", CallListFuzzTest::fuzzerTestOneInput);
  }

  /** Reads a file. */
  public static void fuzzerTestOneInput(byte[] input) {
    FilesRead.any(input, FileFormat.CALLS);
  }
}
