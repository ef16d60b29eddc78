package calltally.sql.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One place where an erased customer was, or one of the marks that replaced the number. It says
 * nothing about the number itself.
 *
 * @param erasedAt the same for all places of one erasure
 * @param source name of the source
 * @param mark the first mark of the erasure
 * @param place what kind of row, and which column of it
 * @param at time of that row in UTC, as PostgreSQL writes it
 * @param id of the call, or of the rejected request; for a mark, the mark
 */
public record ErasureEntry(
    Instant erasedAt, String source, String mark, Place place, String at, String id) {

  private static final int FIELDS = 6;

  /** Where a number, or a pseudonym, was. */
  public enum Place {
    CALLER("caller"),
    RECEIVER("receiver"),
    SENT_CALLER("sent-caller"),
    SENT_RECEIVER("sent-receiver"),
    CUSTOMER("customer"),
    REJECTED("rejected"),
    MARK("mark");

    private final String word;

    Place(String word) {
      this.word = word;
    }

    static Optional<Place> of(String word) {
      return Stream.of(values()).filter(place -> place.word.equals(word)).findAny();
    }
  }

  /** Six fields, separated by tabs. */
  public String line() {
    return Stream.of(erasedAt.toString(), source, mark, place.word, at, id)
        .map(
            field ->
                URLEncoder.encode(field, UTF_8)
                    .replace("+", "%20")
                    .replace("%3A", ":")
                    .replace("%7E", "~"))
        .collect(Collectors.joining("\t"));
  }

  /** Empty for another text. */
  public static Optional<ErasureEntry> of(String line) {
    try {
      List<String> fields =
          Stream.of(line.split("\t", -1)).map(field -> URLDecoder.decode(field, UTF_8)).toList();
      return fields.size() == FIELDS
          ? Place.of(fields.get(3))
              .map(
                  place ->
                      new ErasureEntry(
                          Instant.parse(fields.get(0)),
                          fields.get(1),
                          fields.get(2),
                          place,
                          fields.get(4),
                          fields.get(5)))
          : Optional.empty();
    } catch (RuntimeException notOurs) {
      return Optional.empty();
    }
  }
}
