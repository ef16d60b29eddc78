/** The demonstration as a newcomer runs it. */
@NullMarked
package calltally.app.demo;

import org.jspecify.annotations.NullMarked;
