/** Settings and sources, applied to a real PostgreSQL. */
@NullMarked
package calltally.app.database;

import org.jspecify.annotations.NullMarked;
