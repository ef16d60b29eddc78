package calltally.ingest.receiver;

import calltally.ingest.journal.Source;
import calltally.sql.source.TokenDigest;

/**
 * A token as the database knows it.
 *
 * @param source that it lets in
 */
record Token(TokenDigest digest, Source source) {}
