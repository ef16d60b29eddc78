package calltally.web.calls;

import calltally.web.frame.Frame;
import calltally.web.frame.PageTable;
import java.util.List;
import java.util.Optional;

/**
 * The list of calls with its filters.
 *
 * @param shown the dates and the values chosen, in words
 * @param from first date, as a date field has it
 * @param to last date
 * @param choices the filters, each a list to choose from
 * @param next link to older calls; empty when there are none
 * @param searches whether the reader may search for a number
 */
public record CallListPage(
    Frame frame,
    String source,
    String shown,
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

    /** The value chosen, in words; empty when it is any. */
    Optional<String> chosen() {
      return options.stream().skip(1).filter(Option::isChosen).map(Option::text).findFirst();
    }
  }

  /** A value of a filter. */
  public record Option(String value, String text, boolean isChosen) {}
}
