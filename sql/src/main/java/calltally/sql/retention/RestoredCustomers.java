package calltally.sql.retention;

import static calltally.sql.jooq.journal.Routines.allowChange;
import static calltally.sql.jooq.journal.Tables.ERASE_CUSTOMER;
import static calltally.sql.jooq.journal.Tables.TEXTS_WITH_DIGITS;

import calltally.sql.jooq.journal.tables.records.TextsWithDigitsRecord;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a restore has brought back, by the places where an erased customer was.
 *
 * @param entries those of one erasure in one source
 */
public record RestoredCustomers(DataSource owner, int sourceId, List<ErasureEntry> entries) {

  // A place that does not exist in this database finds nothing.
  private static final String NAMES =
      """
      with entry (place, at, id) as (
          select p.place, p.at, p.id
          from unnest({1}, {2}, {3}) as p (place, at, id)
      ), seen (place, name) as (
          select e.place, p.name
          from entry as e
          join journal.notification as n
              on n.source_id = {0}
              and n.pbx_id = e.id
              and n.occurred_at = nullif(e.at, '')::timestamp at time zone 'UTC'
          cross join lateral (values
              ('CALLER', n.caller),
              ('RECEIVER', n.receiver),
              ('SENT_CALLER', n.fields ->> 'caller'),
              ('SENT_RECEIVER', n.fields ->> 'receiver')) as p (place, name)
          where e.place = p.place
          union
          select e.place, c.customer
          from entry as e
          join calls.call as c
              on c.source_id = {0}
              and c.pbx_id = e.id
              and c.started_at = nullif(e.at, '')::timestamp at time zone 'UTC'
          where e.place = 'CUSTOMER'
      )
      select distinct s.name
      from seen as s
      where s.name is not null
          and not exists (select from entry as e where e.place = 'MARK' and e.id = s.name)
      order by 1
      """;

  private static final String DELETE_REJECTED =
      """
      delete from journal.rejected as r
      using unnest({1}, {2}, {3}) as e (place, at, id)
      where r.source_id = {0}
          and e.place = 'REJECTED'
          and r.id::text = e.id
          and r.received_at = nullif(e.at, '')::timestamp at time zone 'UTC'
      """;

  private static final Predicate<String> PSEUDONYM = name -> name.matches("~[0-9a-f]{16}");

  public RestoredCustomers {
    entries = List.copyOf(entries);
  }

  /** Numbers, in the spellings that were stored. */
  public List<String> numbers() {
    return names().stream().filter(PSEUDONYM.negate()).toList();
  }

  /**
   * Replaces pseudonyms whose number this database does not have, and deletes rejected requests.
   *
   * @return how many rows of pseudonyms and requests there were
   */
  public int eraseTheRest() {
    DSLContext sql = DSL.using(owner, SQLDialect.POSTGRES);
    List<String> pseudonyms = names().stream().filter(PSEUDONYM).toList();
    return sql.transactionResult(
        transaction -> {
          DSLContext inside = transaction.dsl();
          allowChange(inside.configuration());
          pseudonyms.forEach(pseudonym -> erase(inside, pseudonym));
          return pseudonyms.size()
              + inside
                  .query(
                      DELETE_REJECTED,
                      DSL.val(sourceId),
                      fields(entry -> entry.place().name()),
                      fields(ErasureEntry::at),
                      fields(ErasureEntry::id))
                  .execute();
        });
  }

  private void erase(DSLContext inside, String pseudonym) {
    List<TextsWithDigitsRecord> places = inside.fetch(TEXTS_WITH_DIGITS.call(sourceId, pseudonym));
    var unused =
        inside.fetch(
            ERASE_CUSTOMER.call(
                sourceId,
                pseudonym,
                entries.get(0).mark(),
                new String[] {pseudonym},
                JSONB.valueOf("{}"),
                distinct(places, TextsWithDigitsRecord::getNotification),
                distinct(places, TextsWithDigitsRecord::getPbxId),
                new Long[0]));
  }

  private static String[] distinct(
      List<TextsWithDigitsRecord> places, Function<TextsWithDigitsRecord, @Nullable String> name) {
    return places.stream().map(name).filter(Objects::nonNull).distinct().toArray(String[]::new);
  }

  private List<String> names() {
    return DSL.using(owner, SQLDialect.POSTGRES)
        .resultQuery(
            NAMES,
            DSL.val(sourceId),
            fields(entry -> entry.place().name()),
            fields(ErasureEntry::at),
            fields(ErasureEntry::id))
        .fetch(0, String.class);
  }

  private Field<String[]> fields(Function<ErasureEntry, String> field) {
    return DSL.val(entries.stream().map(field).toArray(String[]::new));
  }
}
