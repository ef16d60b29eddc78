package calltally.web.today;

import calltally.web.frame.Frame;

/**
 * The page around the fetched part.
 *
 * @param live path of the fetched part
 */
public record TodayPage(Frame frame, String html, String live) {}
