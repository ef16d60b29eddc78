package calltally.app.terminal;

import org.jspecify.annotations.Nullable;

/** An exception that is explained in the user's language; its own message is English. */
public abstract class ExplainedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Message explanation;

  protected ExplainedException(Message explanation) {
    this(explanation, null);
  }

  protected ExplainedException(Message explanation, @Nullable Throwable cause) {
    super(Texts.ENGLISH.text(explanation), cause);
    this.explanation = explanation;
  }

  /** What went wrong, in no language yet. */
  public final Message explanation() {
    return explanation;
  }
}
