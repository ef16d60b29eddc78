/** What {@code serve} runs: the receiver, the loops beside it, and their end. */
@NullMarked
package calltally.app.service;

import org.jspecify.annotations.NullMarked;
