@NullMarked
package calltally.web.http;

import org.jspecify.annotations.NullMarked;
