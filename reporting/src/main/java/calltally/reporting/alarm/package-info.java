/** What goes wrong while nobody looks: noticed, told once, and told again when it is over. */
@NullMarked
package calltally.reporting.alarm;

import org.jspecify.annotations.NullMarked;
