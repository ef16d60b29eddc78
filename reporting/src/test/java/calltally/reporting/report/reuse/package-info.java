@NullMarked
package calltally.reporting.report.reuse;

import org.jspecify.annotations.NullMarked;
