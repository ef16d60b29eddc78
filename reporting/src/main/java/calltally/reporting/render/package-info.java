/** Report models set on pages: JasperReports places, this package puts values into words. */
@NullMarked
package calltally.reporting.render;

import org.jspecify.annotations.NullMarked;
