package calltally.app.conformance;

import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.field.Fields;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Why the notifications of a call cannot be translated: what the exchange throws, and where. */
final class TranslationFault {

  private final PbxProtocol exchange;

  TranslationFault(PbxProtocol exchange) {
    this.exchange = exchange;
  }

  /**
   * Class, message and place in the exchange's package; empty when they can be translated.
   *
   * @param journal rows of {@link DerivedRows#journal}
   */
  Optional<String> in(List<Fields> journal) {
    try {
      Object unused = exchange.translate(journal.stream().map(TranslationFault::raw).toList());
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("%s%s".formatted(e, place(e).map(place -> " at " + place).orElse("")));
    }
  }

  private Optional<StackTraceElement> place(RuntimeException thrown) {
    String own = exchange.getClass().getPackageName() + ".";
    return Arrays.stream(thrown.getStackTrace())
        .filter(element -> element.getClassName().startsWith(own))
        .findFirst();
  }

  private static RawNotification raw(Fields row) {
    return new RawNotification(
        text(row, "event"),
        text(row, "pbx_id"),
        OffsetDateTime.parse(text(row, "occurred_at")).toInstant(),
        OffsetDateTime.parse(text(row, "received_at")).toInstant(),
        text(row, "digest"),
        ZoneId.of(text(row, "zone")),
        text(row, "region"),
        row.inside("fields"));
  }

  private static String text(Fields row, String name) {
    return Objects.requireNonNull(row.text(name).orElse(null), name);
  }
}
