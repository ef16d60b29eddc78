/** Backup and restore of a data folder with its embedded PostgreSQL, during operation. */
@NullMarked
package calltally.sql.backup;

import org.jspecify.annotations.NullMarked;
