package calltally.sql.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encryption of backups, as docs/backup.md describes it. */
final class EncryptedBackupTest {

  private static final Passphrase PASSPHRASE = new Passphrase("correct horse battery staple");
  private static final int START = EncryptionHeader.LENGTH + ChunkCipher.TAG;
  private static final int STORED = ChunkCipher.CHUNK + ChunkCipher.TAG;
  private static final int FEW_ROUNDS = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 200_000})
  void content_of_any_length_is_read_again(int length) throws IOException {
    byte[] content = content(length);
    byte[] file = encrypted(content);

    assertThat(decrypted(file)).isEqualTo(content);
    assertThat(file)
        .hasSize(
            START + length + ChunkCipher.TAG * Math.max(1, (length + 65_535) / ChunkCipher.CHUNK));
  }

  @Test
  void another_program_can_decrypt_by_the_documented_format() throws Exception {
    byte[] content = content(70_000);
    ByteBuffer file = ByteBuffer.wrap(encrypted(content));
    byte[] header = new byte[44];
    file.get(header);
    byte[] salt = Arrays.copyOfRange(header, 28, 44);
    int rounds = ByteBuffer.wrap(header).getInt(20);
    SecretKeySpec key =
        new SecretKeySpec(
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(PASSPHRASE.text().toCharArray(), salt, rounds, 256))
                .getEncoded(),
            "AES");
    file.position(60);
    ByteArrayOutputStream read = new ByteArrayOutputStream();

    for (long number = 0; file.hasRemaining(); number++) {
      byte[] chunk = new byte[Math.min(file.remaining(), 65_552)];
      file.get(chunk);
      int last = file.hasRemaining() ? 0 : 1;
      byte[] nonce = ByteBuffer.allocate(12).putInt(last).putLong(number).array();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(header);
      read.write(cipher.doFinal(chunk));
    }

    assertThat(read.toByteArray()).isEqualTo(content);
    assertThat(new String(header, 0, 16, UTF_8)).isEqualTo("calltally-backup");
  }

  @Test
  void new_files_have_a_salt_of_their_own_and_the_rounds_that_owasp_asks_for() {
    byte[] one = ChunkCipher.create(PASSPHRASE).header();
    byte[] other = ChunkCipher.create(PASSPHRASE, FEW_ROUNDS).header();

    assertThat(ByteBuffer.wrap(one).getInt(20)).isGreaterThanOrEqualTo(600_000);
    assertThat(Arrays.copyOfRange(one, 28, 44)).isNotEqualTo(Arrays.copyOfRange(other, 28, 44));
  }

  @Test
  void no_bit_can_be_altered() throws IOException {
    byte[] file = encrypted(content(70_000));
    Random random = new Random(7);

    // All of the header would try rounds by the million.
    for (int bit : random.ints(200, 28 * 8, file.length * 8).toArray()) {
      byte[] altered = file.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> decrypted(altered))
          .as("bit %d", bit)
          .isInstanceOf(BackupFailed.class);
    }
  }

  @Test
  void chunks_can_be_neither_left_out_nor_moved_nor_added() throws IOException {
    byte[] file = encrypted(content(200_000));

    assertAltered(file, bytes -> Arrays.copyOf(bytes, START + STORED));
    assertAltered(file, bytes -> Arrays.copyOf(bytes, START));
    assertAltered(file, bytes -> Arrays.copyOf(bytes, bytes.length - 1));
    assertAltered(file, bytes -> joined(Arrays.copyOf(bytes, START), bytes, START + STORED));
    assertAltered(file, EncryptedBackupTest::withFirstChunksExchanged);
    assertAltered(file, bytes -> joined(bytes, new byte[1], 0));
    assertAltered(file, bytes -> joined(bytes, encryptedQuietly(content(3)), START));
    assertAltered(file, bytes -> joined(encryptedQuietly(content(3)), bytes, START));
    assertAltered(file, bytes -> Arrays.copyOf(bytes, START - 1));
  }

  @Test
  void another_passphrase_is_named_as_the_reason() throws IOException {
    byte[] file = encrypted(content(10));

    assertThatThrownBy(() -> decrypted(file, new Passphrase("correct horse battery stable")))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("the passphrase must be the one it was encrypted with");
  }

  @Test
  void a_header_of_another_version_or_with_endless_rounds_is_refused() throws IOException {
    for (int offset : new int[] {16, 20, 24}) {
      byte[] file = encrypted(content(10));
      file[offset] = 0x7f;
      assertThatThrownBy(() -> decrypted(file))
          .isInstanceOf(BackupFailed.class)
          .hasMessageContaining("a later version of Calltally has encrypted it");
    }
  }

  @Test
  void an_encrypted_backup_is_restored_with_its_passphrase_only() throws IOException {
    Path file = backup(ChunkCipher.create(PASSPHRASE, FEW_ROUNDS));
    Path target = folder.resolve("target");

    assertThatThrownBy(() -> new Restore(file).into(target))
        .hasMessageContaining("it is encrypted; add --passphrase-file");
    assertThat(target).doesNotExist();

    assertThat(new Restore(file, PASSPHRASE).into(target)).isEmpty();
    assertThat(target.resolve("main.token")).hasContent("a-token");
    assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("main.token");
  }

  @Test
  void an_encrypted_backup_that_is_cut_off_after_its_checksums_leaves_nothing() throws IOException {
    Path file = backup(ChunkCipher.create(PASSPHRASE, FEW_ROUNDS));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

    assertThatThrownBy(() -> new Restore(file, PASSPHRASE).into(folder.resolve("target")))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("it was altered after it was encrypted, or is cut off");
    assertThat(folder.toFile().list()).containsExactly("backup");
  }

  @Test
  void a_backup_that_is_not_encrypted_cannot_take_the_place_of_one_that_is() throws IOException {
    Path file = backup(null);

    assertThatThrownBy(() -> new Restore(file, PASSPHRASE).into(folder.resolve("target")))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("it must be encrypted, because there is a passphrase");
  }

  @Test
  void a_passphrase_is_the_first_line_of_its_file_and_long() throws IOException {
    Path file = Files.writeString(folder.resolve("passphrase"), PASSPHRASE.text() + "\r\nnot this");

    assertThat(Passphrase.in(file)).isEqualTo(PASSPHRASE);
    assertThat(PASSPHRASE).hasToString("passphrase");
    Files.writeString(file, "fifteen letters");
    assertThatThrownBy(() -> Passphrase.in(file))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("must have at least 16 characters")
        .hasMessageNotContaining("fifteen letters");
    assertThatThrownBy(() -> Passphrase.in(folder.resolve("missing")))
        .isInstanceOf(BackupFailed.class)
        .hasMessageStartingWith("cannot read the passphrase from");
  }

  private Path backup(@Nullable ChunkCipher cipher) throws IOException {
    Path file = folder.resolve("backup");
    try (BackupWriter backup = BackupWriter.create(file, cipher)) {
      backup.text("main.token", "a-token");
      backup.complete();
    }
    return file;
  }

  private static void assertAltered(byte[] file, UnaryOperator<byte[]> change) {
    assertThatThrownBy(() -> decrypted(change.apply(file)))
        .isInstanceOf(BackupFailed.class)
        .hasMessageContaining("was altered after it was encrypted, or is cut off");
  }

  private static byte[] withFirstChunksExchanged(byte[] file) {
    byte[] changed = file.clone();
    System.arraycopy(file, START, changed, START + STORED, STORED);
    System.arraycopy(file, START + STORED, changed, START, STORED);
    return changed;
  }

  private static byte[] joined(byte[] first, byte[] second, int from) {
    byte[] all = Arrays.copyOf(first, first.length + second.length - from);
    System.arraycopy(second, from, all, first.length, second.length - from);
    return all;
  }

  private static byte[] content(int length) {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    return content;
  }

  private static byte[] encryptedQuietly(byte[] content) {
    try {
      return encrypted(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encrypted(byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (EncryptingStream out =
        new EncryptingStream(file, ChunkCipher.create(PASSPHRASE, FEW_ROUNDS))) {
      out.write(content);
    }
    return file.toByteArray();
  }

  private static byte[] decrypted(byte[] file) throws IOException {
    return decrypted(file, PASSPHRASE);
  }

  private static byte[] decrypted(byte[] file, Passphrase passphrase) throws IOException {
    try (DecryptingStream in =
        DecryptingStream.open(new ByteArrayInputStream(file), Path.of("backup"), passphrase)) {
      return in.readAllBytes();
    }
  }
}
