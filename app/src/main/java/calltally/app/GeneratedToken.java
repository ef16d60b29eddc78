package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The token of a source that was configured without one: made once, kept in a file that only its
 * owner may read.
 */
record GeneratedToken(Path data, String source) {

  private static final int BYTES = 24;

  /** The token, the same at every start. */
  String get() {
    try {
      Files.createDirectories(data);
      return Files.exists(file()) ? Files.readString(file()).strip() : created();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "token of source %s could not be kept in %s".formatted(source, file()), e);
    }
  }

  /** A token that nobody can guess. */
  static String random() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private Path file() {
    return data.resolve(source + ".token");
  }

  private String created() throws IOException {
    String token = random();
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (WritableByteChannel file =
        Files.newByteChannel(file(), Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      file.write(ByteBuffer.wrap((token + "\n").getBytes(UTF_8)));
      return token;
    } catch (FileAlreadyExistsException e) {
      return Files.readString(file()).strip();
    }
  }
}
