package calltally.web.calls;

import calltally.web.frame.Frame;
import calltally.web.frame.PageTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A single call.
 *
 * @param facts about it, each with its label
 * @param rings of managers' phones, in their order; null for a call that rings nobody
 */
public record CallPage(Frame frame, String heading, List<Fact> facts, @Nullable PageTable rings) {

  public CallPage {
    facts = List.copyOf(facts);
  }

  /**
   * A fact.
   *
   * @param link empty without one
   */
  public record Fact(String label, String text, String link) {

    static Fact of(String label, PageTable.Cell cell) {
      return new Fact(label, cell.text(), cell.link() == null ? "" : cell.link());
    }
  }
}
