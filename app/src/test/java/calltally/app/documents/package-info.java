/** README, documents and the manual page match the program, and their links are valid. */
@NullMarked
package calltally.app.documents;

import org.jspecify.annotations.NullMarked;
