package calltally.reporting.delivery;

import java.nio.file.Path;
import java.util.List;

/** A report that was made must not be sent. */
final class UnfitReportException extends RuntimeException {

  UnfitReportException(Path file, List<String> faults) {
    super("report not sent: %s (%s)".formatted(String.join("; ", faults), file.getFileName()));
  }
}
