package calltally.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A failure that is explained in the user's language; its own message is English. */
public class LocalizedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient LocalizedText text;

  public LocalizedException(LocalizedText text) {
    this(text, null);
  }

  public LocalizedException(LocalizedText text, @Nullable Throwable cause) {
    super(text.in(Locale.ENGLISH), cause);
    this.text = text;
  }

  /** What went wrong, in no language yet. */
  public final LocalizedText text() {
    return text;
  }
}
