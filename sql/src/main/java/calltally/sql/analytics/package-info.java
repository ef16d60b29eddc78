/**
 * The analysts' interface, told by itself: what the schema analytics holds and what to ask of it.
 */
@NullMarked
package calltally.sql.analytics;

import org.jspecify.annotations.NullMarked;
