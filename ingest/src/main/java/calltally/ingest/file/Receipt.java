package calltally.ingest.file;

import calltally.ingest.request.RequestMethod;
import java.time.Instant;

/**
 * How a notification came to the journal that it was exported from.
 *
 * @param receivedAt clock of the receiver when the first delivery arrived
 * @param digest SHA-256 in hexadecimal; kept, as a pseudonym may stand in the fields by now
 */
public record Receipt(Instant receivedAt, RequestMethod method, String digest) {}
