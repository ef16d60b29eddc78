/** Whether exchanges read what they would send of simulated calls. */
@NullMarked
package calltally.app.demo.dialect;

import org.jspecify.annotations.NullMarked;
