package calltally.app.terminal;

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
}
