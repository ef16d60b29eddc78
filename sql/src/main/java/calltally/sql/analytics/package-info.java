/** The analysts' interface: the objects of the schema analytics, and questions to ask it. */
@NullMarked
package calltally.sql.analytics;

import org.jspecify.annotations.NullMarked;
