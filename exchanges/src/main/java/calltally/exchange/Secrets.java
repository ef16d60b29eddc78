package calltally.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source and its exchange both know.
 *
 * @param signing secrets of which any may sign a request
 * @param named by the keys that the exchange asks for
 */
public record Secrets(List<String> signing, Map<String, String> named) {

  public static final Secrets NONE = new Secrets(List.of(), Map.of());

  public Secrets {
    signing = List.copyOf(signing);
    named = Map.copyOf(named);
  }

  public boolean isEmpty() {
    return signing.isEmpty() && named.isEmpty();
  }

  public Optional<String> named(String key) {
    return Optional.ofNullable(named.get(key));
  }

  /** Keeps the secrets out of messages. */
  @Override
  public String toString() {
    return "secrets";
  }
}
