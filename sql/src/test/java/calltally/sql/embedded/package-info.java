/** The embedded PostgreSQL among real processes. */
@NullMarked
package calltally.sql.embedded;

import org.jspecify.annotations.NullMarked;
