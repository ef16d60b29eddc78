/** Reading and comparing the samples of an exchange. */
@NullMarked
package calltally.app.conformance;

import org.jspecify.annotations.NullMarked;
