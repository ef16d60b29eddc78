/** Commands, run as a user runs them. */
@NullMarked
package calltally.app.conformance;

import org.jspecify.annotations.NullMarked;
