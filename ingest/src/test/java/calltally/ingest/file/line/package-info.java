@NullMarked
package calltally.ingest.file.line;

import org.jspecify.annotations.NullMarked;
