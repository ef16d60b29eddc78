/** Reports as files: page models, filled into templates by JasperReports. */
@NullMarked
package calltally.reporting.render;

import org.jspecify.annotations.NullMarked;
