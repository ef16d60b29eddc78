/** What is selected once for everybody who asks the same. */
@NullMarked
package calltally.reporting.report.reuse;

import org.jspecify.annotations.NullMarked;
