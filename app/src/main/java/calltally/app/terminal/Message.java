package calltally.app.terminal;

import calltally.sql.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to the user before translation: the key of a text and its values.
 *
 * @param key of the text; empty for words that are shown as they are
 * @param count decides about the grammatical form, and is value 0; null for a text of one form
 * @param values messages, sentences of other modules, exceptions, numbers (all written as the
 *     language writes them) and texts
 */
public record Message(String key, @Nullable Integer count, List<Object> values) {

  /** Says nothing. */
  public static final Message NONE = verbatim("");

  public Message {
    values = List.copyOf(values);
  }

  /** The text of the key, with values in the places {0}, {1}… */
  public static Message of(String key, Object... values) {
    return new Message(key, null, List.of(values));
  }

  /** The text of the key in the form that the count asks for; the count itself is {0}. */
  public static Message counted(String key, int count, Object... more) {
    return new Message(key, count, List.of(more));
  }

  /** A sentence of another module. */
  public static Message localized(LocalizedText text) {
    return new Message("", null, List.of(text));
  }

  /** The words of somebody else, such as a server, or a name: the same in every language. */
  public static Message verbatim(String words) {
    return new Message("", null, List.of(words));
  }
}
