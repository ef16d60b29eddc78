/** What is found, and where results turn from one status to the next. */
@NullMarked
package calltally.app.check;

import org.jspecify.annotations.NullMarked;
