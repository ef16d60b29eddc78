package calltally.app.directory;

import java.util.List;

/** All problems of directory files, each with its place. */
final class InvalidDirectoryException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int SHOWN = 100;

  InvalidDirectoryException(List<String> problems) {
    super(message(problems));
  }

  private static String message(List<String> problems) {
    String shown =
        String.join(System.lineSeparator(), problems.subList(0, Math.min(SHOWN, problems.size())));
    String more = problems.size() > SHOWN ? "%nand %d more".formatted(problems.size() - SHOWN) : "";
    return "%s%s%ncannot import the directory: %s; nothing was changed"
        .formatted(
            shown,
            more,
            problems.size() == 1
                ? "there is 1 problem"
                : "there are " + problems.size() + " problems");
  }
}
