/** Services in processes of their own, with kills and outages. */
@NullMarked
package calltally.app.service;

import org.jspecify.annotations.NullMarked;
