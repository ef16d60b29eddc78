package calltally.web.customer;

import calltally.web.frame.Frame;
import calltally.web.frame.PageTable;

/**
 * A customer's calls.
 *
 * @param tel the number dialled when it is tapped; empty where it is hidden
 * @param summary how many calls there were, and whether they wait
 */
public record CustomerPage(
    Frame frame, String number, String tel, String summary, PageTable calls) {}
