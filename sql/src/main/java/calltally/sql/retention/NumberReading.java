package calltally.sql.retention;

import java.util.Optional;

/** How a source reads a telephone number as somebody wrote it: the rule of intake. */
@FunctionalInterface
public interface NumberReading {

  /** Reads nothing: numbers are then known by their last digits alone. */
  NumberReading NONE = written -> Optional.empty();

  /** The number in its normal form; empty when the text is withheld or cannot be read. */
  Optional<String> read(String written);
}
