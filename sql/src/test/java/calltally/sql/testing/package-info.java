/** A real PostgreSQL for tests. */
@NullMarked
package calltally.sql.testing;

import org.jspecify.annotations.NullMarked;
