package calltally.sql.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.TestDatabase;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SourceLeaseTest {

  private final TestDatabase database = TestDatabase.create();
  private final Sources sources = new Sources(database.owner());
  private final LeasedSources leased = new LeasedSources(database.owner());
  private final SourceLease lease = lease();

  @BeforeEach
  void store() {
    sources.replace(List.of(source("a", "t1"), source("b", "t2")));
    assertThat(leased.areNone()).isTrue();
    lease.renew();
  }

  @AfterEach
  void drop() {
    lease.close();
    database.close();
  }

  @Test
  void a_leased_source_can_be_neither_left_out_nor_made_to_accept_less() {
    assertRefused("leave out source b", source("a", "t1"));
    assertRefused(
        "tokens, signing secrets or networks of source b", source("a", "t1"), source("b"));
    assertRefused(
        "networks of source a", source("a", List.of("10.0.0.0/8"), "t1"), source("b", "t2"));
    assertRefused("networks of source a", signed("a", "t1"), source("b", "t2"));
  }

  @Test
  void a_leased_source_may_accept_more_and_others_may_be_added() {
    assertThatCode(
            () ->
                leased.requireKeptBy(
                    List.of(source("a", "t1", "t3"), source("b", "t2"), source("c", "t4"))))
        .doesNotThrowAnyException();
  }

  @Test
  void services_share_a_source_until_the_last_one_ends() {
    SourceLease second = lease();
    second.renew();
    lease.close();

    assertRefused("leave out source a", source("b", "t2"));
    second.close();

    leased.requireKeptBy(List.of());
    assertThat(leased.areNone()).isTrue();
  }

  @Test
  void a_lease_ends_with_its_session_and_is_taken_again_with_the_next_one() {
    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                + " where application_name like 'calltally serve%' and datname = current_database()");

    assertThat(leased.areNone()).isTrue();
    lease.renew();
    assertRefused("leave out source a", source("b", "t2"));
  }

  @Test
  void a_service_that_has_lost_all_its_sources_protects_no_others() {
    lease.close();
    SourceLease ofA = new SourceLease(database.owner(), "a"::equals);
    ofA.renew();
    assertThat(leased.areNone()).isFalse();
    sources.replace(List.of(source("b", "t2")));

    ofA.renew();

    assertThat(leased.areNone()).isTrue();
    ofA.close();
  }

  private SourceLease lease() {
    return new SourceLease(database.owner(), name -> true);
  }

  private void assertRefused(String reason, SourceSettings... settings) {
    assertThatThrownBy(() -> leased.requireKeptBy(List.of(settings)))
        .isInstanceOf(SourceLeased.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("calltally serve, process " + ProcessHandle.current().pid());
  }

  private static SourceSettings source(String name, String... tokens) {
    return source(name, List.of(), tokens);
  }

  private static SourceSettings source(String name, List<String> networks, String... tokens) {
    return source(name, new AccessSettings(digests(tokens), Set.of(), networks));
  }

  private static SourceSettings signed(String name, String... tokens) {
    return source(name, new AccessSettings(digests(tokens), Set.of("a secret"), List.of()));
  }

  private static Set<TokenDigest> digests(String... tokens) {
    return Stream.of(tokens).map(TokenDigest::of).collect(Collectors.toSet());
  }

  private static SourceSettings source(String name, AccessSettings access) {
    return new SourceSettings(
        name,
        ZoneId.of("Europe/Minsk"),
        "BY",
        access,
        WorkingHours.UNKNOWN,
        Targets.NONE,
        Thresholds.DEFAULT,
        Set.of(),
        Retention.FOREVER,
        null);
  }
}
