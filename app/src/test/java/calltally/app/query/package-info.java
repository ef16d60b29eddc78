/** Analysts' queries on a real PostgreSQL. */
@NullMarked
package calltally.app.query;

import org.jspecify.annotations.NullMarked;
