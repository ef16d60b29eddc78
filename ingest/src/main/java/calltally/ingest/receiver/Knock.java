package calltally.ingest.receiver;

import org.jspecify.annotations.Nullable;

/**
 * A request to the address of notifications, nothing of which is believed yet.
 *
 * @param token the last part of the path
 * @param query raw, one character for each byte; null when absent
 */
record Knock(
    String method,
    String token,
    @Nullable String query,
    @Nullable String contentType,
    @Nullable String contentEncoding,
    Sender sender,
    Signature signature,
    Arrival arrival) {

  boolean isCompressed() {
    return contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity");
  }
}
