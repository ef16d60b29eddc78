@NullMarked
package calltally.reporting.http;

import org.jspecify.annotations.NullMarked;
