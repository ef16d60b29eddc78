package calltally.app.directory;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with directory files, each with its place. */
final class InvalidDirectoryException extends ExplainedException {

  private static final long serialVersionUID = 1;
  private static final int SHOWN = 100;

  InvalidDirectoryException(List<Message> problems) {
    super(explanation(problems));
  }

  private static Message explanation(List<Message> problems) {
    List<Message> lines = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
    if (problems.size() > SHOWN) {
      lines.add(Message.of("directory.import.more", problems.size() - SHOWN));
    }
    lines.add(Message.counted("directory.import.problems", problems.size()));
    return lines.stream()
        .reduce((before, next) -> Message.of("directory.import.next", before, next))
        .orElseThrow();
  }
}
