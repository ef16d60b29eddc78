/** Tests of sources on a real PostgreSQL. */
@NullMarked
package calltally.sql.settings;

import org.jspecify.annotations.NullMarked;
