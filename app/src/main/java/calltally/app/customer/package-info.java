/** What is kept about one customer outside the database, and how it is handed out. */
@NullMarked
package calltally.app.customer;

import org.jspecify.annotations.NullMarked;
