package calltally.ingest.metrics;

import java.util.Locale;

/** Why a request was refused without storing anything. */
public enum RefusalReason {
  /** The token belongs to no source, or the path is unknown. */
  UNKNOWN,
  /** The source does not accept requests from this address. */
  ADDRESS,
  /** The signature is missing, wrong, or too old. */
  SIGNATURE,
  /** The method is neither GET nor POST. */
  METHOD,
  /** The source sent too many requests. */
  RATE,
  /** Neither the database nor the spool could store it. */
  UNAVAILABLE,
  /** The source occupies as much of the spool as it may while the database is away. */
  QUOTA,
  /** An internal error. */
  ERROR;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
