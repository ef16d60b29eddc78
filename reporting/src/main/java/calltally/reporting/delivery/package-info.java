/** Reports on their way to those who asked for them: when, to whom, and what became of it. */
@NullMarked
package calltally.reporting.delivery;

import org.jspecify.annotations.NullMarked;
