/** Questions that analysts put to the analytics schema from the command line. */
@NullMarked
package calltally.app.query;

import org.jspecify.annotations.NullMarked;
