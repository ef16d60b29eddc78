package calltally.sql.backup;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An encrypted file is read as it was written, or not at all if anything in it was changed. */
final class EncryptedBackupFuzzTest {

  private static final Passphrase PASSPHRASE = new Passphrase("correct horse battery staple");
  private static final Path FILE = Path.of("backup");
  private static final byte[] CONTENT = new byte[ChunkCipher.CHUNK + 100];
  private static final byte[] WRITTEN = encrypted();

  /** What a forged header may ask for in a test; the reader itself refuses only ten million. */
  private static final int MOST_ROUNDS = 1000;

  private static final int ROUNDS_AT = EncryptionHeader.MAGIC.length + Integer.BYTES;

  @TestFactory
  Stream<DynamicTest> the_corpus_is_refused() {
    return Corpus.of("encrypted-backup", EncryptedBackupFuzzTest::fuzzerTestOneInput);
  }

  /**
   * Changes a file and reads it.
   *
   * @param input edits of six bytes: a place (three), what to do there ({@code x}: change a byte,
   *     {@code c}: cut the file off, {@code d}: repeat what follows), and two more
   */
  public static void fuzzerTestOneInput(byte[] input) {
    byte[] changed = WRITTEN.clone();
    ByteBuffer edits = ByteBuffer.wrap(input);
    while (edits.remaining() >= 6) {
      int place = (edits.getShort() & 0xFFFF) << 8 | (edits.get() & 0xFF);
      int what = edits.get();
      changed = edited(changed, place % (changed.length + 1), what, edits.getShort());
    }
    int rounds =
        changed.length < EncryptionHeader.LENGTH ? 0 : ByteBuffer.wrap(changed).getInt(ROUNDS_AT);
    if (rounds > MOST_ROUNDS) {
      return;
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream in =
        DecryptingStream.open(new ByteArrayInputStream(changed), FILE, PASSPHRASE)) {
      in.transferTo(read);
      assertThat(changed).isEqualTo(WRITTEN);
      assertThat(read.toByteArray()).isEqualTo(CONTENT);
    } catch (BackupFailed e) {
      assertThat(changed).isNotEqualTo(WRITTEN);
      assertThat(read.size()).isIn(0, ChunkCipher.CHUNK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] edited(byte[] file, int place, int what, short by) {
    switch (what) {
      case 'c' -> {
        return Arrays.copyOf(file, place);
      }
      case 'd' -> {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        int end = Math.min(file.length, place + (by & 0xFFFF));
        longer.write(file, 0, end);
        longer.write(file, place, file.length - place);
        return longer.size() > 2 * WRITTEN.length ? file : longer.toByteArray();
      }
      default -> {
        if (place < file.length) {
          file[place] ^= (byte) by;
        }
        return file;
      }
    }
  }

  private static byte[] encrypted() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = new EncryptingStream(file, ChunkCipher.create(PASSPHRASE, 2))) {
      out.write(CONTENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
