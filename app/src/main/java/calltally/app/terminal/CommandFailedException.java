package calltally.app.terminal;

import calltally.sql.NearestNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command cannot do its work. */
public final class CommandFailedException extends ExplainedException {

  private static final long serialVersionUID = 1;

  /** Explained by a text with values in its places {0}, {1}… */
  public CommandFailedException(String key, Object... values) {
    this(null, key, values);
  }

  public CommandFailedException(@Nullable Throwable cause, String key, Object... values) {
    super(Message.of(key, values), cause);
  }

  /**
   * For a name that is not known.
   *
   * @param key of the text, with places for the name, the known names and the question
   */
  public static CommandFailedException unknownName(String key, String name, List<String> known) {
    return new CommandFailedException(
        key, name, String.join(", ", known), new NearestNames(name).question(known));
  }
}
