/** A durable PostgreSQL of one's own for a company that keeps no database server. */
@NullMarked
package calltally.sql.embedded;

import org.jspecify.annotations.NullMarked;
