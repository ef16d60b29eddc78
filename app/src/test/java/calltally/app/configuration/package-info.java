/** Configurations, right and wrong. */
@NullMarked
package calltally.app.configuration;

import org.jspecify.annotations.NullMarked;
