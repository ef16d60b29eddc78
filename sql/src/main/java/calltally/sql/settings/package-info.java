/** Sources: the configuration of each PBX account, stored where SQL can read it. */
@NullMarked
package calltally.sql.settings;

import org.jspecify.annotations.NullMarked;
