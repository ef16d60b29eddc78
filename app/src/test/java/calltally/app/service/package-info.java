/** Services in processes of their own, killed and cut off. */
@NullMarked
package calltally.app.service;

import org.jspecify.annotations.NullMarked;
