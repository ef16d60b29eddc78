/** Analysts' queries on the schema analytics from the command line. */
@NullMarked
package calltally.app.query;

import org.jspecify.annotations.NullMarked;
