/** What exchanges would send of simulated calls, each in its own words. */
@NullMarked
package calltally.app.demo.dialect;

import org.jspecify.annotations.NullMarked;
