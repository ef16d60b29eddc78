/** Copies of a data folder with its embedded PostgreSQL, taken while it works, and their return. */
@NullMarked
package calltally.sql.backup;

import org.jspecify.annotations.NullMarked;
