/** Tests of the simulated exchange. */
@NullMarked
package calltally.ingest.simulation;

import org.jspecify.annotations.NullMarked;
