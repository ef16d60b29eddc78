/**
 * An invented company and its cloud exchange: a seeded week of calls, its notifications, and what
 * really happened.
 */
@NullMarked
package calltally.app.demo.exchange;

import org.jspecify.annotations.NullMarked;
