/** What the tests of the intake stand on. */
@NullMarked
package calltally.ingest.testing;

import org.jspecify.annotations.NullMarked;
