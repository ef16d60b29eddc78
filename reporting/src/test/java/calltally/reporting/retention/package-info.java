/** Tests of retention, erasure and pseudonyms. */
@NullMarked
package calltally.reporting.retention;

import org.jspecify.annotations.NullMarked;
