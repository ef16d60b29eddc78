/** Fixtures for the tests of the intake. */
@NullMarked
package calltally.ingest.testing;

import org.jspecify.annotations.NullMarked;
