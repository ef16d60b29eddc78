package calltally.ingest.receiver;

import calltally.sql.source.TokenDigest;

/**
 * A token as the database knows it.
 *
 * @param gate that it opens
 */
record Token(TokenDigest digest, Gate gate) {}
