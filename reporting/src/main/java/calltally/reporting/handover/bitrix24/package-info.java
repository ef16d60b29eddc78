/**
 * Bitrix24 through an incoming webhook: tasks and to-dos for waiting callers.
 *
 * @see <a href="https://github.com/bitrix24/b24restdocs">documentation of its REST API</a>
 */
@NullMarked
package calltally.reporting.handover.bitrix24;

import org.jspecify.annotations.NullMarked;
