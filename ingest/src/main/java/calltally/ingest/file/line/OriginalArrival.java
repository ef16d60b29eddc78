package calltally.ingest.file.line;

import calltally.ingest.request.RequestMethod;
import java.time.Instant;

/**
 * How an exported notification had originally arrived.
 *
 * @param receivedAt clock of the receiver when the first delivery arrived
 * @param digest SHA-256 in hexadecimal; kept because the fields may have been pseudonymised since
 */
public record OriginalArrival(Instant receivedAt, RequestMethod method, String digest) {}
