package calltally.ingest.receiver;

import static calltally.ingest.testing.IngestDatabase.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.NotificationReader;
import calltally.exchange.Secrets;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.RequestHeaders;
import calltally.exchange.request.RequestMethod;
import calltally.ingest.journal.Source;
import calltally.ingest.metrics.Counters;
import calltally.ingest.testing.IngestDatabase;
import calltally.sql.settings.TokenDigest;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TokenAuthenticatorTest {

  private static final NotificationReader READER =
      new NotificationReader(ZoneId.of("Europe/Minsk"), "BY");

  private final IngestDatabase database = new IngestDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void all_tokens_of_a_source_give_access_to_the_one_source() {
    database.addToken("second");

    TokenAuthenticator authenticator = authenticator(List.of());

    assertThat(authenticator.sourceOf(request(TOKEN))).contains("main");
    assertThat(authenticator.sourceOf(request("second"))).contains("main");
    assertThat(authenticator.sourceOf(request(""))).isEmpty();
    assertThat(authenticator.sources()).containsExactly(new Source("main", READER));
  }

  @Test
  void a_source_is_read_with_its_secrets_and_networks() {
    database.sql().execute("insert into config.signing_secret values (1, 'one'), (1, 'two')");
    database.sql().execute("update config.source set allowed_networks = '{203.0.113.0/24}'");

    SourceAccess access = new SelectTokens(database.sql()).fetch().get(0).access();

    assertThat(access.isSigned()).isTrue();
    assertThat(access.secrets().signing()).containsExactlyInAnyOrder("one", "two");
    assertThat(access.allowed()).containsExactly(Network.parse("203.0.113.0/24"));
    assertThat(access.allows(Address.parse("203.0.113.9"))).isTrue();
    assertThat(access.allows(Address.parse("203.0.114.9"))).isFalse();
    assertThat(access.allows(Address.parse("unknown"))).isFalse();
  }

  @Test
  void a_refresh_forgets_tokens_withdrawn_and_sources_no_longer_active() {
    database.addToken("second");
    TokenAuthenticator authenticator = authenticator(List.of());
    database.sql().execute("delete from config.source_token where digest = sha256('second')");

    authenticator.refresh();
    assertThat(authenticator.sourceOf(request("second"))).isEmpty();
    assertThat(authenticator.sourceOf(request(TOKEN))).contains("main");

    database.sql().execute("update config.source set active = false");
    authenticator.refresh();
    assertThat(authenticator.sourceOf(request(TOKEN))).isEmpty();
  }

  @Test
  void known_tokens_are_kept_while_the_database_is_away() {
    TokenAuthenticator authenticator = authenticator(List.of());
    database.goAway();

    authenticator.refresh();

    assertThat(authenticator.authenticate(request(TOKEN))).isPresent();
    assertThat(authenticator.authenticate(request("other"))).isEmpty();
  }

  @Test
  void without_the_database_the_configured_sources_are_accepted() {
    database.goAway();

    TokenAuthenticator authenticator = authenticator(List.of(configured()));

    assertThat(authenticator.authenticate(request("configured")))
        .hasValueSatisfying(
            access -> {
              assertThat(access.source()).isEqualTo(new Source("shop", READER));
              assertThat(access.isSigned()).isTrue();
            });
    assertThat(authenticator.sourceOf(request(TOKEN))).isEmpty();
    assertThatThrownBy(() -> authenticator(List.of())).isInstanceOf(DataAccessException.class);
  }

  @Test
  void the_database_counts_more_than_the_configuration() {
    assertThat(authenticator(List.of(configured())).sourceOf(request("configured"))).isEmpty();
    assertThat(configured()).hasToString("source shop");
  }

  private static ConfiguredSource configured() {
    return new ConfiguredSource(
        "shop",
        READER,
        Set.of(TokenDigest.of("configured")),
        new Secrets(List.of("secret"), Map.of()),
        List.of());
  }

  private TokenAuthenticator authenticator(List<ConfiguredSource> expected) {
    ReceiverSettings settings =
        new ReceiverSettings(
            "127.0.0.1", 0, 2000, List.of(), List.of(), database.receiver().spool(), expected);
    return new TokenAuthenticator(database.ingest(), settings, new Counters());
  }

  private static NotifyRequest request(String token) {
    return new NotifyRequest(
        RequestMethod.GET,
        "127.0.0.1",
        token,
        "event=test",
        new RequestHeaders(null, null, List.of(), Map.of()),
        ReceivedBody.none(System.nanoTime()));
  }
}
