/** The demonstration: a simulated company, its week, and whether what was counted is true. */
@NullMarked
package calltally.app.demo;

import org.jspecify.annotations.NullMarked;
