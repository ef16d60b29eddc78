/** Rows and cells of tables, and the times in them as people and programs write them. */
@NullMarked
package calltally.ingest.file.table;

import org.jspecify.annotations.NullMarked;
