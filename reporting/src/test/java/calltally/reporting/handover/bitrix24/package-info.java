@NullMarked
package calltally.reporting.handover.bitrix24;

import org.jspecify.annotations.NullMarked;
