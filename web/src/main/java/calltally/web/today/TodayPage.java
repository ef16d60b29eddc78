package calltally.web.today;

import calltally.web.frame.Frame;

/**
 * The page around the fetched part.
 *
 * @param live path of the fetched part
 * @param tag of the part that the page holds: the script fetches another one only
 */
public record TodayPage(Frame frame, String html, String live, String tag) {}
