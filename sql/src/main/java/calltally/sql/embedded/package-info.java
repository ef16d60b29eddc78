/** A durable embedded PostgreSQL, for companies without a database server. */
@NullMarked
package calltally.sql.embedded;

import org.jspecify.annotations.NullMarked;
