package calltally.ingest.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.ingest.file.line.FileLine;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.zip.ZipException;

/** What holds of any file: each line in turn becomes notifications or a reason why not. */
final class FilesRead {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Minsk");
  private static final NotificationReader READER = new NotificationReader(ZONE, "BY");

  private FilesRead() {}

  /** Reads a file that may be of another format, damaged or no file of notifications at all. */
  static void any(byte[] file, FileFormat format) {
    try {
      all(file, format);
    } catch (UnknownFileFormat e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (ZipException | EOFException e) {
      assertThat(file).startsWith(0x1f, 0x8b);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all lines of a file of this format. */
  static void all(byte[] file, FileFormat format) throws IOException {
    NotificationFile lines =
        NotificationFile.open(new ByteArrayInputStream(file), new FileReading(format, UTF_8), ZONE);
    long last = 0;
    for (Optional<FileLine> line = lines.next(); line.isPresent(); line = lines.next()) {
      assertThat(line.get().number()).isGreaterThanOrEqualTo(last);
      last = line.get().number();
      ParseResult read = line.get().read(READER, NOW);
      if (read instanceof Notification notification) {
        lines.remark(line.get(), notification);
      }
    }
    assertThat(lines.passedOver()).isNotNegative();
    assertThat(last).isLessThanOrEqualTo(linesOf(file));
    requireNonNull(lines.notices());
  }

  private static long linesOf(byte[] file) {
    // A compressed file may have any number of them.
    return file.length > 0 && file[0] == 0x1f
        ? Long.MAX_VALUE
        : new String(file, ISO_8859_1).chars().filter(one -> one == '\n' || one == '\r').count()
            + 1;
  }
}
