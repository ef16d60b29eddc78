@NullMarked
package calltally.ingest.file;

import org.jspecify.annotations.NullMarked;
