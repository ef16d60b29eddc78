/** The container, run by podman. */
@NullMarked
package calltally.app.container;

import org.jspecify.annotations.NullMarked;
