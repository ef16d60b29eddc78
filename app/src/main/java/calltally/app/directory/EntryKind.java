package calltally.app.directory;

/** The kind of a directory entry. */
public enum EntryKind {
  /** A person and their numbers. */
  MANAGER("manager", "numbers"),
  /** A number that customers dial. */
  LINE("line", "number");

  private final String word;
  private final String numberField;

  EntryKind(String word, String numberField) {
    this.word = word;
    this.numberField = numberField;
  }

  String word() {
    return word;
  }

  String numberField() {
    return numberField;
  }
}
