/** Values and findings as texts, in English or Russian. */
@NullMarked
package calltally.reporting.render.wording;

import org.jspecify.annotations.NullMarked;
