/** The demonstration: a simulated company, its week, and whether the figures are right. */
@NullMarked
package calltally.app.demo;

import org.jspecify.annotations.NullMarked;
