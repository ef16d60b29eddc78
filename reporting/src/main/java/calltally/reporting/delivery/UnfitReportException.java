package calltally.reporting.delivery;

import java.nio.file.Path;
import java.util.List;

/** A report that was made must not be sent. */
final class UnfitReportException extends RuntimeException {

  UnfitReportException(Path file, List<String> faults) {
    super("cannot send %s: %s".formatted(file.getFileName(), String.join("; ", faults)));
  }
}
