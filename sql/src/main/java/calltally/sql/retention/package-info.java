/** Deletion of expired data, and customers' requests for their data or its erasure. */
@NullMarked
package calltally.sql.retention;

import org.jspecify.annotations.NullMarked;
