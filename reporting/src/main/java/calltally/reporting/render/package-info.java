/** Reports as files: what goes on which page, filled into templates by JasperReports. */
@NullMarked
package calltally.reporting.render;

import org.jspecify.annotations.NullMarked;
