/** Tests of what the database keeps, erases and makes pseudonyms of. */
@NullMarked
package calltally.reporting.retention;

import org.jspecify.annotations.NullMarked;
