/** Tests of the whole program: architecture, launcher, package and worked examples. */
@NullMarked
package calltally.app;

import org.jspecify.annotations.NullMarked;
