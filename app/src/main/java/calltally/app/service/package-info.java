/** What {@code serve} runs: the receiver, the background loops, and their shutdown. */
@NullMarked
package calltally.app.service;

import org.jspecify.annotations.NullMarked;
