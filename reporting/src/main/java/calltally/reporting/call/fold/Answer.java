package calltally.reporting.call.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a call.
 *
 * @param at when somebody picked up
 * @param number who picked up; null when neither the answer nor the rings say
 * @param manager whose number it is; two numbers of one manager count as the same
 * @param ring the ring that it belongs to; null when none fits
 */
record Answer(Instant at, @Nullable String number, @Nullable String manager, @Nullable Ring ring) {}
