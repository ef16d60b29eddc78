package calltally.sql.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The rows that name a customer.
 *
 * @param sourceId of the source
 */
record CustomerPlaces(DSLContext sql, int sourceId) {

  private static final String NAMES =
      """
      with name (name) as (
          select s from unnest({1}) as s
          union all
          select journal.pseudonym(s) from unnest({1}) as s
      )
      """;

  /** Rows without a call have nothing but their id to be found by. */
  private static final String FIND =
      NAMES
          + """
          select p.place, (n.occurred_at at time zone 'UTC')::text, n.pbx_id
          from journal.notifications_of_customer(
              {0},
              array(select journal.pseudonym(s) from unnest({1}) as s),
              {5},
              array(select journal.calls_of_customer({0}, {1}, {5}))) as f
          join journal.notification as n
              on n.source_id = {0}
                  and n.occurred_at = f.occurred_at
                  and n.digest = f.digest
          cross join lateral (values
              ('CALLER', n.caller),
              ('RECEIVER', n.receiver),
              ('SENT_CALLER', n.fields ->> 'caller'),
              ('SENT_RECEIVER', n.fields ->> 'receiver')) as p (place, name)
          where n.pbx_id is not null
              and p.name in (select name from name)
          union
          select 'CUSTOMER', (c.started_at at time zone 'UTC')::text, c.pbx_id
          from calls.call as c
          where c.source_id = {0}
              and c.customer in (select name from name)
          union
          select 'REJECTED', (r.received_at at time zone 'UTC')::text, r.id::text
          from journal.rejected as r
          where r.source_id = {0}
              and r.id = any ({3})
          union
          select distinct 'MARK', '', journal.erasure_mark(n.name, {4}, {2})
          from name as n
          order by 1, 2, 3
          """;

  /** Entries of the places where the customer is now. */
  List<ErasureEntry> of(
      String number, StoredSpellings stored, String mark, Instant now, String source) {
    List<ErasureEntry> places = new ArrayList<>();
    sql.resultQuery(
            FIND,
            DSL.val(sourceId),
            DSL.val(stored.spellingsAsArray()),
            DSL.val(mark),
            DSL.val(stored.rejectedAsArray()),
            DSL.val(number),
            DSL.val(stored.notificationsAsArray()))
        .forEach(
            row ->
                places.add(
                    new ErasureEntry(
                        now,
                        source,
                        mark,
                        ErasureEntry.Place.valueOf(row.get(0, String.class)),
                        row.get(1, String.class),
                        row.get(2, String.class))));
    return places;
  }
}
