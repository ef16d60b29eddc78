package calltally.exchange;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When a request was received, and how its source reads numbers and times.
 *
 * @param receivedAt our clock when the first delivery arrived
 * @param zone of times without an offset
 * @param region ISO 3166 region of national numbers
 */
public record Receipt(Instant receivedAt, ZoneId zone, String region) {}
