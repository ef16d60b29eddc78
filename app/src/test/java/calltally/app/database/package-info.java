/** Settings and sources on their way into a real PostgreSQL. */
@NullMarked
package calltally.app.database;

import org.jspecify.annotations.NullMarked;
