/** README, documents and the manual page: complete, linked, and true to the program. */
@NullMarked
package calltally.app.documents;

import org.jspecify.annotations.NullMarked;
