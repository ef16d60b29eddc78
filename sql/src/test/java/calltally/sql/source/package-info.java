/** Sources on a real PostgreSQL. */
@NullMarked
package calltally.sql.source;

import org.jspecify.annotations.NullMarked;
