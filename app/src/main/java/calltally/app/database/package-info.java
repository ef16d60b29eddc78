/** The database that a command works on: how it is found, opened, prepared and entered. */
@NullMarked
package calltally.app.database;

import org.jspecify.annotations.NullMarked;
