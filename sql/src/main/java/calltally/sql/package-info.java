/** The schema of Calltally and the PostgreSQL database that contains it. */
@NullMarked
package calltally.sql;

import org.jspecify.annotations.NullMarked;
