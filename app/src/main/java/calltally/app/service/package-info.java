/** What {@code serve} runs: the receiver, the loops next to it, and their end. */
@NullMarked
package calltally.app.service;

import org.jspecify.annotations.NullMarked;
