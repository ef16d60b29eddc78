/** Tests of the simulated exchange. */
@NullMarked
package calltally.app.demo.exchange;

import org.jspecify.annotations.NullMarked;
