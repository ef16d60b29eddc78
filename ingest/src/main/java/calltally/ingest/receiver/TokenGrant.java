package calltally.ingest.receiver;

import calltally.sql.settings.TokenDigest;

/**
 * A token as stored in the database.
 *
 * @param access what it gives access to
 */
record TokenGrant(TokenDigest digest, SourceAccess access) {}
