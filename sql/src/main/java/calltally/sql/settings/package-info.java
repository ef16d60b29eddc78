/** Sources: what the configuration says about each PBX account, kept where SQL can read it. */
@NullMarked
package calltally.sql.settings;

import org.jspecify.annotations.NullMarked;
