/** Posts an exchange's sample requests to a receiver, and compares what becomes of them. */
@NullMarked
package calltally.app.conformance;

import org.jspecify.annotations.NullMarked;
