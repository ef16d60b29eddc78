/** The configuration file: read once, strictly and as a whole, before anything starts. */
@NullMarked
package calltally.app.configuration;

import org.jspecify.annotations.NullMarked;
