/** Charts, bars and marks, drawn as vectors. */
@NullMarked
package calltally.reporting.render.chart;

import org.jspecify.annotations.NullMarked;
