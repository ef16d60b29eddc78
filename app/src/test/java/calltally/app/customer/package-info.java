/** Analysts' queries on a real PostgreSQL. */
@NullMarked
package calltally.app.customer;

import org.jspecify.annotations.NullMarked;
