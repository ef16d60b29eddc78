package calltally.sql.backup;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.Corpus;
import calltally.sql.testing.TestFolders;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Any file is read as a backup into its folder, or refused with the reason. */
final class BackupFuzzTest {

  /** More than any input of the corpus unpacks to. */
  private static final long MOST_BYTES = 64 << 20;

  private static final Path FILE = file();

  @TestFactory
  Stream<DynamicTest> the_corpus_is_read_or_refused() {
    return Corpus.of("backup", BackupFuzzTest::fuzzerTestOneInput);
  }

  /**
   * Reads a backup.
   *
   * @param input {@code t} and a tar file, which is compressed first; or a backup
   */
  public static void fuzzerTestOneInput(byte[] input) {
    boolean isTar = input.length > 0 && input[0] == 't';
    try {
      Files.write(FILE, isTar ? compressed(Arrays.copyOfRange(input, 1, input.length)) : input);
      new BackupReader(FILE, null).read(new BoundedDestination());
    } catch (BackupFailed e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compressed(byte[] tar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(tar);
    }
    return bytes.toByteArray();
  }

  private static Path file() {
    try {
      Path folder = TestFolders.create("backup-fuzz");
      Path file = folder.resolve("backup");
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what it is given, and fails when an input of a kilobyte becomes megabytes. */
  private static final class BoundedDestination implements BackupReader.Destination {

    private long bytes;

    @Override
    public void folder(String name) {
      assertThat(name).isNotNull();
    }

    @Override
    public OutputStream file(String name) {
      return new FilterOutputStream(OutputStream.nullOutputStream()) {
        @Override
        public void write(byte[] content, int offset, int count) {
          bytes += count;
          assertThat(bytes).isLessThan(MOST_BYTES);
        }
      };
    }
  }
}
