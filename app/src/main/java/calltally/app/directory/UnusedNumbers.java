package calltally.app.directory;

import calltally.app.terminal.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers of a kind that no recent call had: most of them are mistyped.
 *
 * @param entries by their numbers
 * @param used by recent calls; empty where there were none, which says nothing about the entries
 */
record UnusedNumbers(EntryKind kind, Map<String, List<RawEntry>> entries, Set<String> used) {

  /** A hint for each number of an entry that is valid on the date. */
  List<Message> hints(LocalDate today) {
    List<Message> hints = new ArrayList<>();
    if (!used.isEmpty()) {
      entries.forEach(
          (number, owners) ->
              owners.stream()
                  .filter(owner -> !used.contains(number) && owner.validity().includes(today))
                  .forEach(owner -> hints.add(hint(number, owner))));
    }
    return hints;
  }

  private Message hint(String number, RawEntry owner) {
    return owner.position().problem(kind.numberField(), Message.of("directory.unused", number));
  }
}
