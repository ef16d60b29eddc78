/** The configuration file: read once, whole, strictly, and judged before anything starts. */
@NullMarked
package calltally.app.configuration;

import org.jspecify.annotations.NullMarked;
