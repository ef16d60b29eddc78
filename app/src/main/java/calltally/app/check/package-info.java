/** What {@code calltally check} checks: one question a class, and nothing is changed. */
@NullMarked
package calltally.app.check;

import org.jspecify.annotations.NullMarked;
