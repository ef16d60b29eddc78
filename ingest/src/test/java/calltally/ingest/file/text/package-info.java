@NullMarked
package calltally.ingest.file.text;

import org.jspecify.annotations.NullMarked;
