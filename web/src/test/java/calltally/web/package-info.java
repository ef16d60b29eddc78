@NullMarked
package calltally.web;

import org.jspecify.annotations.NullMarked;
