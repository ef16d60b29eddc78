package calltally.sql.testing;

import java.util.List;
import org.jooq.DSLContext;

/**
 * Appends notifications given as JSON.
 *
 * @param rows an array of objects with the columns of {@code journal.notification} except id and
 *     ingest_xid; the source by its name, {@code source}, or by its {@code source_id}, digest in
 *     hexadecimal
 */
public record AppendNotifications(String rows) {

  private static final String APPEND =
      """
      select a.stored
      from (
          select
              array_agg(coalesce(d.source, s.name) order by d.position) as source,
              array_agg(d.received_at order by d.position) as received_at,
              array_agg(d.occurred_at order by d.position) as occurred_at,
              array_agg(d.digest order by d.position) as digest,
              array_agg(d.event order by d.position) as event,
              array_agg(d.pbx_id order by d.position) as pbx_id,
              array_agg(d.caller order by d.position) as caller,
              array_agg(d.receiver order by d.position) as receiver,
              array_agg(d.status order by d.position) as status,
              array_agg(d.duration order by d.position) as duration,
              array_agg(d.audio_path order by d.position) as audio_path,
              array_agg(d.fields order by d.position) as fields,
              array_agg(d.method order by d.position) as method,
              array_agg(d.channel order by d.position) as channel,
              array_agg(d.parser_version order by d.position) as parser_version,
              array_agg(array_to_string(d.remarks, ',') order by d.position) as remarks,
              array_agg(d.exchange order by d.position) as exchange,
              array_agg(d.zone order by d.position) as zone,
              array_agg(d.region order by d.position) as region,
              array_agg(d.alias order by d.position) as alias
          from rows from (
              jsonb_to_recordset(cast(? as jsonb)) as (
                  source_id integer,
                  source text,
                  received_at timestamptz,
                  occurred_at timestamptz,
                  digest text,
                  event text,
                  pbx_id text,
                  caller text,
                  receiver text,
                  status text,
                  duration numeric,
                  audio_path text,
                  fields jsonb,
                  method text,
                  channel text,
                  parser_version smallint,
                  remarks text[],
                  exchange text,
                  zone text,
                  region text,
                  alias text
              )
          ) with ordinality as d (
              source_id, source, received_at, occurred_at, digest, event, pbx_id, caller, receiver,
              status, duration, audio_path, fields, method, channel, parser_version, remarks,
              exchange, zone, region, alias, position)
          left join config.source as s on s.source_id = d.source_id) as c
      cross join lateral journal.append(
          null, null, null, c.source, c.received_at, c.occurred_at, c.digest, c.event, c.pbx_id,
          c.caller, c.receiver, c.status, c.duration, c.audio_path, c.fields, c.method, c.channel,
          c.parser_version, c.remarks, c.exchange, c.zone, c.region, c.alias, '[]') as a
      order by a.ordinal
      """;

  /** Whether each was stored, in order; false for a duplicate. */
  public List<Boolean> run(DSLContext sql) {
    return sql.fetch(APPEND, rows).getValues(0, Boolean.class);
  }
}
