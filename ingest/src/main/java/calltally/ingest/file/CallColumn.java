package calltally.ingest.file;

import java.util.Locale;

/** What a column of a list of finished calls may say. */
public enum CallColumn {
  /** The exchange's identifier of the call. */
  ID,
  START,
  /** When somebody answered. */
  ANSWER,
  END,
  FROM,
  TO,
  /** The number that the customer dialled, where {@link #TO} is somebody else. */
  LINE,
  ANSWERED_BY,
  DIRECTION,
  /** Whether the call went to a queue. */
  KIND,
  STATUS,
  /** From the start to the end. */
  DURATION,
  /** From the start to the answer. */
  WAIT,
  /** From the answer to the end. */
  TALK,
  /** Phones of a queue that rang and were not answered. */
  MISSED_PHONES,
  RECORDING;

  /** The key in a file of columns. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
