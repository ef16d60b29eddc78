/** What {@code calltally check} looks at: one class, one question, and nothing is changed. */
@NullMarked
package calltally.app.check;

import org.jspecify.annotations.NullMarked;
