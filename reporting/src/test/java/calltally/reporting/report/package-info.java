/** Daily reports against figures computed by hand. */
@NullMarked
package calltally.reporting.report;

import org.jspecify.annotations.NullMarked;
