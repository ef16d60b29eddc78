/** Sessions of logged-in users, kept in the database. */
@NullMarked
package calltally.web.session;

import org.jspecify.annotations.NullMarked;
