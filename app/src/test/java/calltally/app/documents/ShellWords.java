package calltally.app.documents;

import java.util.ArrayList;
import java.util.List;

/** Splits a shell line into commands, and these into unquoted words. */
final class ShellWords {

  private final List<List<String>> commands = new ArrayList<>();
  private final String line;
  private final StringBuilder word = new StringBuilder();
  private List<String> words = new ArrayList<>();
  private boolean isWord;
  private boolean isRedirection;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /** The commands of the line, without redirections and comments. */
  static List<List<String>> commands(String line) {
    ShellWords shell = new ShellWords(line);
    while (shell.at < line.length() && shell.step()) {
      shell.at++;
    }
    shell.endCommand();
    return shell.commands;
  }

  /** Whether there is more to read. */
  private boolean step() {
    char c = line.charAt(at);
    switch (c) {
      case ' ', '\t' -> endWord();
      case '|', '&', ';' -> endCommand();
      case '<', '>' -> {
        endWord();
        isRedirection = true;
      }
      case '"', '\'' -> quoted(c);
      case '\\' -> escaped();
      case '#' -> {
        if (!isWord) {
          return false;
        }
        append("#");
      }
      case '$' -> {
        append("$");
        if (line.startsWith("(", at + 1)) {
          at = Math.max(at, line.indexOf(')', at));
        }
      }
      default -> append(String.valueOf(c));
    }
    return true;
  }

  private void quoted(char quote) {
    int end = line.indexOf(quote, at + 1);
    int last = end < 0 ? line.length() : end;
    append(line.substring(at + 1, last));
    at = last;
  }

  private void escaped() {
    at++;
    if (at < line.length()) {
      append(line.substring(at, at + 1));
    }
  }

  private void append(String text) {
    isWord = true;
    word.append(text);
  }

  private void endWord() {
    if (isWord && !isRedirection) {
      words.add(word.toString());
    }
    isRedirection &= !isWord;
    isWord = false;
    word.setLength(0);
  }

  private void endCommand() {
    endWord();
    isRedirection = false;
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }
}
