package calltally.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.terminal.Texts;
import calltally.sql.testing.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code check} says of receivers that take nobody over. */
final class HandoverCheckTest {

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  private String at(String instant) {
    StringBuilder said = new StringBuilder();
    new HandoverCheck(database.pool(), InstantSource.fixed(Instant.parse(instant)))
        .results()
        .forEach(result -> said.append(result.words(Texts.ENGLISH)));
    return said.toString();
  }

  @Test
  void a_receiver_that_takes_nobody_over_is_named_with_what_to_do() {
    DSL.using(database.pool(), SQLDialect.POSTGRES)
        .execute(
            """
            insert into config.source (name, zone, region) values ('main', 'UTC', 'BY');
            insert into ledger.waiting_caller
                (source_id, customer_key, pbx_id, missed_at, details)
            values (1, 1, 'call', '2026-11-20 09:00Z', '{}');
            insert into ledger.caller_task
                (source_id, caller_id, receiver, details, due_at, recorded_at, changed_at,
                 next_attempt_at)
            select 1, caller_id, 'b24', '{}', missed_at, missed_at, missed_at, missed_at
            from ledger.waiting_caller
            """);

    assertThat(at("2026-11-20T09:15:00Z")).isEmpty();
    assertThat(at("2026-11-20T09:15:01Z"))
        .isEqualTo(
            "b24 has not taken over 1 caller of main within 15 minutes;"
                + " calltally handover test b24 --send shows what it answers");
  }
}
