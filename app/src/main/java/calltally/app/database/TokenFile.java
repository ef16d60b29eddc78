package calltally.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import calltally.app.configuration.DataFolder;
import calltally.app.terminal.CommandFailedException;
import calltally.sql.FileFailure;
import calltally.sql.settings.TokenDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The generated tokens of a source configured without one: a file that only its owner may read, one
 * token a line, newest first. The first is generated on demand.
 */
public record TokenFile(DataFolder data, String source) {

  private static final int BYTES = 24;

  /** The newest token. */
  String get() {
    return all().get(0);
  }

  /** All valid tokens, newest first. */
  List<String> all() {
    try {
      Files.createDirectories(data.path());
      if (!exists()) {
        create();
      }
      return Files.readAllLines(file()).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  public boolean exists() {
    return Files.exists(file());
  }

  /** Generates a token; earlier ones stay valid. */
  public String rotate() {
    String token = random();
    keep(Stream.concat(Stream.of(token), all().stream()).toList());
    return token;
  }

  /** Removes the token with the fingerprint, if the file has it. */
  public void forget(String fingerprint) {
    if (exists()) {
      keep(
          all().stream()
              .filter(token -> !TokenDigest.of(token).fingerprint().equals(fingerprint))
              .toList());
    }
  }

  Path file() {
    return data.tokens(source);
  }

  /** A random token: 24 bytes in base64url. */
  public static String random() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private void create() throws IOException {
    try {
      write(file(), List.of(random()));
    } catch (FileAlreadyExistsException e) {
      // Another command was first.
    }
  }

  /** Replaces the file atomically, so that no reader sees half of it. */
  private void keep(List<String> tokens) {
    Path next = file().resolveSibling(source + ".token.next");
    try {
      Files.deleteIfExists(next);
      write(next, tokens);
      Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static void write(Path file, List<String> tokens) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (WritableByteChannel channel =
        Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
      channel.write(ByteBuffer.wrap((String.join("\n", tokens) + "\n").getBytes(UTF_8)));
    }
  }

  private CommandFailedException failed(IOException e) {
    String name = file().toString();
    return new CommandFailedException(
        e, "database.token", source, name, FileFailure.reason(e, name));
  }
}
