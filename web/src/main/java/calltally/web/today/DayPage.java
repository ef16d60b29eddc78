package calltally.web.today;

import calltally.web.frame.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A date that is over, or as it was when the page was loaded.
 *
 * @param before link to the day before
 * @param after link to the next day; null for today
 * @param calls link to its calls
 * @param reports link to the reports that were sent of it
 */
public record DayPage(
    Frame frame,
    String html,
    String before,
    @Nullable String after,
    String calls,
    String reports) {}
