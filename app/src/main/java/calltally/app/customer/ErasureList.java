package calltally.app.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import calltally.app.terminal.CommandFailedException;
import calltally.sql.FileFailure;
import calltally.sql.retention.ErasureEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of erasures, which survives a restore of the database: by it, customers who were erased
 * after the backup are erased again.
 *
 * @param file it grows with each erasure and is never rewritten
 */
public record ErasureList(Path file) {

  /** Its name in a data folder, and next to backups. */
  public static final String NAME = "erasures.tsv";

  /** The list of a folder. */
  public static ErasureList in(Path folder) {
    return new ErasureList(folder.resolve(NAME));
  }

  /** The list next to a backup, whose copy can be read when the data folder is gone. */
  public static ErasureList nextTo(Path backup) {
    return new ErasureList(backup.resolveSibling(NAME));
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Adds the lines of another list that this one lacks.
   *
   * @return how many
   */
  public int addFrom(ErasureList other) {
    return other.exists() ? add(other.read()) : 0;
  }

  /** The entries; what a killed program has left at the end is no entry. */
  public List<ErasureEntry> entries() {
    List<String> lines = read();
    List<ErasureEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      entries.add(
          ErasureEntry.of(lines.get(i))
              .orElseThrow(
                  () -> new CommandFailedException("erasures.entry", file.toString(), number)));
    }
    return entries;
  }

  /**
   * Adds lines that it lacks, and returns when they are on the disk.
   *
   * @return how many
   */
  public int add(Collection<String> lines) {
    try {
      if (!exists()) {
        Files.createDirectories(requireNonNull(file.toAbsolutePath().getParent()));
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      try (FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE)) {
        // Ends with the channel.
        var unused = channel.lock();
        Set<String> missing = new LinkedHashSet<>(lines);
        String content = Files.readString(file);
        missing.removeAll(complete(content));
        // Half a line of a killed program is overwritten.
        int end = content.lastIndexOf('\n') + 1;
        long position = content.substring(0, end).getBytes(UTF_8).length;
        ByteBuffer text = UTF_8.encode(missing.isEmpty() ? "" : String.join("\n", missing) + "\n");
        channel.truncate(position);
        while (text.hasRemaining()) {
          position += channel.write(text, position);
        }
        channel.force(true);
        return missing.size();
      }
    } catch (IOException e) {
      throw failed(e, "erasures.unwritable");
    }
  }

  private List<String> read() {
    try {
      return complete(Files.readString(file));
    } catch (IOException e) {
      throw failed(e, "erasures.unreadable");
    }
  }

  private CommandFailedException failed(IOException e, String key) {
    return new CommandFailedException(
        e, key, file.toString(), FileFailure.reason(e, file.toString()));
  }

  private static List<String> complete(String content) {
    return content.substring(0, content.lastIndexOf('\n') + 1).lines().toList();
  }
}
