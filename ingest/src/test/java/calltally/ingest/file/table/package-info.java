@NullMarked
package calltally.ingest.file.table;

import org.jspecify.annotations.NullMarked;
