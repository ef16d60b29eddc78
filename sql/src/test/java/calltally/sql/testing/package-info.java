/** A real PostgreSQL and helpers for tests. */
@NullMarked
package calltally.sql.testing;

import org.jspecify.annotations.NullMarked;
