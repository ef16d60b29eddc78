package calltally.web.calls;

import calltally.web.frame.Frame;
import calltally.web.frame.PageTable;
import java.util.List;

/**
 * The list of calls with its filters.
 *
 * @param from first date, as a date field has it
 * @param to last date
 * @param choices the filters, each a list to choose from
 * @param next link to older calls; empty when there are none
 * @param searches whether the reader may search for a number
 */
public record CallListPage(
    Frame frame,
    String source,
    String from,
    String to,
    List<Choice> choices,
    PageTable table,
    String next,
    boolean searches) {

  public CallListPage {
    choices = List.copyOf(choices);
  }

  /** A filter with its values; the first means any. */
  public record Choice(String name, String label, List<Option> options) {

    public Choice {
      options = List.copyOf(options);
    }
  }

  /** A value of a filter. */
  public record Option(String value, String text, boolean isChosen) {}
}
