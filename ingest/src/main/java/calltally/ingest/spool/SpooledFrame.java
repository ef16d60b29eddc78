package calltally.ingest.spool;

import java.util.Optional;

/**
 * A frame of the spool and its parsed content.
 *
 * @param content empty when this version of the program cannot read it
 */
record SpooledFrame(Frame frame, Optional<SpoolRecord> content) {

  static SpooledFrame of(Frame frame) {
    return new SpooledFrame(frame, SpoolRecord.of(frame.content()));
  }

  long number() {
    return frame.number();
  }

  boolean isNotification() {
    return content.filter(SpoolRecord::isNotification).isPresent();
  }
}
