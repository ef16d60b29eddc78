/** The trial of programs and CRMs that take over waiting callers. */
@NullMarked
package calltally.app.command.handover;

import org.jspecify.annotations.NullMarked;
