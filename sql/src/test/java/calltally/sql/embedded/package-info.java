/** Tests of the embedded PostgreSQL with real processes. */
@NullMarked
package calltally.sql.embedded;

import org.jspecify.annotations.NullMarked;
