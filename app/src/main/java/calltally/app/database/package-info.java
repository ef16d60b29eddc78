/** The database that a command works on: finding, opening, preparing and logging in. */
@NullMarked
package calltally.app.database;

import org.jspecify.annotations.NullMarked;
