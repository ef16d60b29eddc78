package calltally.ingest.metrics;

import java.util.Locale;

/** Why nothing of a request was stored, not even that it was there. */
public enum RefusalReason {
  /** The token belongs to no source, or the path to nothing. */
  UNKNOWN,
  /** The source does not take requests from this address. */
  ADDRESS,
  /** The signature is missing, wrong, or too old. */
  SIGNATURE,
  /** The method is neither GET nor POST. */
  METHOD,
  /** The source or the address has sent too many requests. */
  RATE,
  /** Neither the database nor the spool could take it. */
  UNAVAILABLE,
  /** The program failed. */
  ERROR;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
