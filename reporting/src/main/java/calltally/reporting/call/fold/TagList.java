package calltally.reporting.call.fold;

import java.util.List;

/**
 * The tags of one notification.
 *
 * @param json as the journal stores them, which orders lists of the same time
 * @param tags in the order sent
 */
public record TagList(String json, List<String> tags) {

  public TagList {
    tags = List.copyOf(tags);
  }
}
