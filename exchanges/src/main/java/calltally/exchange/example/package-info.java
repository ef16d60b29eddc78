/** An exchange that does not exist, as an example of how to add one: see README.md. */
@NullMarked
package calltally.exchange.example;

import org.jspecify.annotations.NullMarked;
