/** Tests of the questions that analysts ask. */
@NullMarked
package calltally.reporting.analytics;

import org.jspecify.annotations.NullMarked;
