/** The schema of Calltally and the PostgreSQL that holds it. */
@NullMarked
package calltally.sql;

import org.jspecify.annotations.NullMarked;
