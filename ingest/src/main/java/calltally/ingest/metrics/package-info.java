/** What monitoring learns about the intake. */
@NullMarked
package calltally.ingest.metrics;

import org.jspecify.annotations.NullMarked;
