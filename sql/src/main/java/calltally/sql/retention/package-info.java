/** What becomes of data whose time is over, and of a customer who asks for his. */
@NullMarked
package calltally.sql.retention;

import org.jspecify.annotations.NullMarked;
