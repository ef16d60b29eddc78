package calltally.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.journal.UnstorableRow;
import calltally.sql.testing.Corpus;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Any bytes are frames and damage, each byte once, and each frame is written as it was read. Any
 * content of a frame is a record, or is left for another version; what this one writes has a
 * source.
 */
final class SpoolFuzzTest {

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read() {
    return Corpus.of("spool", SpoolFuzzTest::fuzzerTestOneInput);
  }

  /**
   * Reads a file of the spool, or the content of a frame, whose checksum nobody guesses.
   *
   * @param input {@code f} and a file without its header, or the content of a frame
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0 && input[0] == 'f') {
      readFile(Arrays.copyOfRange(input, 1, input.length));
    } else {
      readFile(new Frame(1, input).toBytes());
    }
  }

  private static void readFile(byte[] bytes) {
    Frames frames = Frames.of(bytes, 0);
    long read = frames.damaged().stream().mapToLong(damage -> damage.bytes().size()).sum();
    for (Frame frame : frames.intact()) {
      read += frame.length();
      assertThat(Frames.of(frame.toBytes(), 0).damaged()).isEmpty();
      readRecord(frame);
    }
    assertThat(read).isEqualTo(bytes.length);
  }

  private static void readRecord(Frame frame) {
    Optional<String> source = SpoolRecord.source(frame.content());
    SpooledFrame spooled = SpooledFrame.of(frame);
    spooled
        .content()
        .ifPresent(
            record -> {
              assertThat(spooled.isNotification()).isEqualTo(record.isNotification());
              UnstorableRow refused = new UnstorableRow("23514", new IllegalStateException());
              assertThat(record.rejected(refused).json()).isNotNull();
              if (record.isNotification() && Arrays.equals(record.toBytes(), frame.content())) {
                assertThat(source).contains(record.row().source());
              }
            });
  }
}
