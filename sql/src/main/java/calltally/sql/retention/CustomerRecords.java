package calltally.sql.retention;

import static calltally.sql.jooq.journal.Routines.ownNumbers;
import static calltally.sql.jooq.journal.Routines.pseudonym;
import static calltally.sql.jooq.journal.Tables.CUSTOMER_DATA;
import static calltally.sql.jooq.journal.Tables.DELETION_LOG;
import static calltally.sql.jooq.journal.Tables.ERASE_CUSTOMER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import calltally.sql.jooq.journal.tables.CustomerData;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The data stored about one customer of a source, to be exported or erased. */
public final class CustomerRecords {

  private static final int MARK_BYTES = 8;

  private final DSLContext sql;
  private final int sourceId;
  private final String number;
  private final NumberReading reading;

  /** Finds the customer by number, where all stored numbers are in their normal form. */
  public CustomerRecords(DataSource owner, int sourceId, String number) {
    this(owner, sourceId, number, NumberReading.NONE);
  }

  /**
   * Finds the customer by number.
   *
   * @param owner connections of the role that owns the schema
   * @param number after normalisation
   * @param reading which other spellings mean the number
   */
  public CustomerRecords(DataSource owner, int sourceId, String number, NumberReading reading) {
    this.sql = DSL.using(owner, SQLDialect.POSTGRES);
    this.sourceId = sourceId;
    this.number = number;
    this.reading = reading;
  }

  /** The customer's number, after normalisation. */
  public String number() {
    return number;
  }

  /** The customer's source. */
  public int sourceId() {
    return sourceId;
  }

  /** Matches the customer's number in text outside the database. */
  public NumberMatcher trace() {
    return new NumberMatcher(
        number, Objects.requireNonNull(pseudonym(sql.configuration(), number)), reading);
  }

  /** Whether the number is a manager's or a line's, which cannot be erased. */
  public boolean isOurs() {
    return Arrays.asList(Objects.requireNonNull(ownNumbers(sql.configuration(), sourceId)))
        .contains(number);
  }

  /** The number of rows of each kind stored about the customer; changes nothing. */
  public Map<String, Long> count() {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.select(CUSTOMER_DATA.KIND, DSL.count())
        .from(stored(sql))
        .groupBy(CUSTOMER_DATA.KIND)
        .orderBy(CUSTOMER_DATA.KIND)
        .forEach(row -> counts.put(row.value1(), row.value2().longValue()));
    return counts;
  }

  /** Everything stored about the customer, as JSON objects by kind; records the export. */
  public Map<String, List<String>> export() {
    return sql.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          Map<String, List<String>> traces =
              inside.selectFrom(stored(inside)).stream()
                  .collect(
                      groupingBy(
                          row -> row.getKind(),
                          LinkedHashMap::new,
                          mapping(row -> row.getData().data(), toList())));
          record(inside, traces.values().stream().mapToLong(List::size).sum());
          return traces;
        });
  }

  private void record(DSLContext inside, long rows) {
    inside
        .insertInto(
            DELETION_LOG, DELETION_LOG.SOURCE_ID, DELETION_LOG.KIND, DELETION_LOG.AFFECTED_ROWS)
        .values(sourceId, "customer exported", rows)
        .execute();
  }

  /** Erases the customer under a new mark. */
  public Map<String, Long> erase() {
    return erase(randomMark());
  }

  /**
   * Erases the customer: the mark replaces the number everywhere. Figures do not change.
   *
   * @return how many rows of each kind were changed or deleted
   */
  public Map<String, Long> erase(String mark) {
    return erase(mark, (inside, stored) -> {});
  }

  /**
   * The same, once it is recorded where the customer is, for the list by which the erasure is
   * repeated after a restore.
   *
   * @param source name of the source
   */
  public Map<String, Long> erase(
      String mark, Instant now, String source, Consumer<List<ErasureEntry>> record) {
    return erase(
        mark,
        (inside, stored) ->
            record.accept(
                new CustomerPlaces(inside, sourceId).of(number, stored, mark, now, source)));
  }

  private Map<String, Long> erase(String mark, BiConsumer<DSLContext, StoredSpellings> before) {
    return sql.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          StoredSpellings stored = spellings(inside, mark);
          before.accept(inside, stored);
          Map<String, Long> erased = new LinkedHashMap<>();
          inside
              .selectFrom(
                  ERASE_CUSTOMER.call(
                      sourceId,
                      number,
                      mark,
                      stored.spellingsAsArray(),
                      stored.replacementsAsJson(inside),
                      stored.notificationsAsArray(),
                      stored.callsAsArray(),
                      stored.rejectedAsArray()))
              .forEach(row -> erased.put(row.getKind(), row.getAffectedRows()));
          return erased;
        });
  }

  private CustomerData stored(DSLContext inside) {
    StoredSpellings stored = spellings(inside, randomMark());
    return CUSTOMER_DATA.call(
        sourceId,
        stored.spellingsAsArray(),
        stored.notificationsAsArray(),
        stored.rejectedAsArray());
  }

  private StoredSpellings spellings(DSLContext inside, String mark) {
    return StoredSpellings.find(inside, sourceId, number, trace(), reading, mark);
  }

  /** A new mark, which says nothing about the number. */
  public static String randomMark() {
    byte[] random = new byte[MARK_BYTES];
    new SecureRandom().nextBytes(random);
    return "~" + HexFormat.of().formatHex(random);
  }
}
