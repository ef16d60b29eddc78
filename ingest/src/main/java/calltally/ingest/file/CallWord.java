package calltally.ingest.file;

import java.util.Locale;

/** What a word in a list of finished calls may mean. */
public enum CallWord {
  ANSWERED,
  BUSY,
  MISSED,
  INCOMING,
  OUTGOING,
  INTERNAL,
  QUEUE;

  /** The key in a file of columns. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
