package calltally.sql.retention;

import static calltally.sql.jooq.journal.Tables.TEXTS_WITH_DIGITS;
import static java.util.stream.Collectors.groupingBy;

import calltally.sql.jooq.journal.tables.records.TextsWithDigitsRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How a source has stored a customer's number.
 *
 * @param spellings texts that read to the number, and the number itself
 * @param replacements texts that contain it, with a mark in its place
 * @param notifications those that contain it, each as {@code texts_with_digits} names it
 * @param calls ids of calls whose own rows contain it
 * @param rejected ids of rejected requests that contain it
 */
record StoredSpellings(
    List<String> spellings,
    Map<String, String> replacements,
    List<String> notifications,
    List<String> calls,
    List<Long> rejected) {

  StoredSpellings {
    spellings = List.copyOf(spellings);
    replacements = Map.copyOf(replacements);
    notifications = List.copyOf(notifications);
    calls = List.copyOf(calls);
    rejected = List.copyOf(rejected);
  }

  /** Reads all texts of the source that contain the number's last digits. */
  static StoredSpellings find(
      DSLContext sql,
      int sourceId,
      String number,
      NumberMatcher matcher,
      NumberReading reading,
      String mark) {
    Map<String, List<TextsWithDigitsRecord>> places =
        sql.selectFrom(TEXTS_WITH_DIGITS.call(sourceId, matcher.digits())).stream()
            .collect(groupingBy(TextsWithDigitsRecord::getContent));
    Set<String> spellings = new LinkedHashSet<>(Set.of(number));
    Map<String, String> replacements = new LinkedHashMap<>();
    for (String text : places.keySet()) {
      if (reading.read(text).filter(number::equals).isPresent()) {
        spellings.add(text);
        replacements.put(text, mark);
      } else if (matcher.isIn(text)) {
        replacements.put(text, matcher.replacedIn(text, mark));
      }
    }
    return new StoredSpellings(
        List.copyOf(spellings),
        replacements,
        named(places, replacements.keySet(), TextsWithDigitsRecord::getNotification),
        named(places, replacements.keySet(), TextsWithDigitsRecord::getPbxId),
        new SelectRejectedRequests(sourceId, matcher).run(sql));
  }

  private static List<String> named(
      Map<String, List<TextsWithDigitsRecord>> places,
      Set<String> texts,
      Function<TextsWithDigitsRecord, @Nullable String> name) {
    return texts.stream()
        .flatMap(text -> places.getOrDefault(text, List.of()).stream())
        .map(name)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  String[] spellingsAsArray() {
    return spellings.toArray(String[]::new);
  }

  String[] notificationsAsArray() {
    return notifications.toArray(String[]::new);
  }

  String[] callsAsArray() {
    return calls.toArray(String[]::new);
  }

  Long[] rejectedAsArray() {
    return rejected.toArray(Long[]::new);
  }

  JSONB replacementsAsJson(DSLContext sql) {
    return sql.select(
            DSL.field(
                "jsonb_object({0}, {1})",
                JSONB.class,
                DSL.val(replacements.keySet().toArray(String[]::new)),
                DSL.val(replacements.values().toArray(String[]::new))))
        .fetchSingle()
        .value1();
  }
}
