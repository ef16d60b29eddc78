package calltally.ingest.receiver;

import calltally.ingest.journal.Source;

/**
 * A token as the database knows it.
 *
 * @param digest SHA-256 of its text
 * @param source that it lets in
 */
record Token(byte[] digest, Source source) {}
