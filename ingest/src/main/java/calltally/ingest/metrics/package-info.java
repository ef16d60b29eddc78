/** Metrics of the intake. */
@NullMarked
package calltally.ingest.metrics;

import org.jspecify.annotations.NullMarked;
