package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import calltally.ingest.journal.Source;
import calltally.ingest.metrics.Counters;
import calltally.ingest.metrics.RefusalReason;
import calltally.sql.settings.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates sources by their tokens.
 *
 * <p>A request with an unknown token, or to an unknown path and so without one, takes the same code
 * path and gets the same answer: nothing is looked up for it.
 */
final class TokenAuthenticator {

  private static final Logger LOG = LoggerFactory.getLogger(TokenAuthenticator.class);

  private final DSLContext sql;
  private final List<Network> proxies;
  private final Counters counters;
  private final SecurityEvents events = new SecurityEvents();
  private volatile TokenTable tokens;

  /**
   * Loads the tokens from the database, or else from the settings.
   *
   * @throws DataAccessException when the database does not answer and the settings expect none
   */
  TokenAuthenticator(DataSource ingest, ReceiverSettings settings, Counters counters) {
    this.sql = DSL.using(ingest, SQLDialect.POSTGRES);
    this.proxies = settings.trustedProxies();
    this.counters = counters;
    this.tokens = new TokenTable(tokens(settings.expected()));
  }

  private List<TokenGrant> tokens(List<ConfiguredSource> expected) {
    try {
      return new SelectTokens(sql).fetch();
    } catch (DataAccessException e) {
      if (expected.isEmpty()) {
        throw e;
      }
      LOG.warn("the database does not answer: using the tokens of the configuration file");
      return expected.stream().flatMap(ConfiguredSource::tokens).toList();
    }
  }

  /** The source whose token the request has, if it may use it. */
  Optional<SourceAccess> authenticate(NotifyRequest request) {
    TokenGrant known = find(request);
    if (known == null) {
      events.recordStranger();
      counters.refused(RefusalReason.UNKNOWN);
      return Optional.empty();
    }
    if (!known.access().allows(sender(request))) {
      events.record(known.access().source().name(), RefusalReason.ADDRESS);
      counters.refused(RefusalReason.ADDRESS);
      return Optional.empty();
    }
    counters.letIn(known.access().source().name(), known.digest().fingerprint());
    return Optional.of(known.access());
  }

  /** The request without its token: only what its exchange added to the path is left. */
  NotifyRequest withoutToken(NotifyRequest request) {
    return tokens.find(TokenDigest.of(request.token())).isEmpty()
        ? request.toPath(request.path())
        : request.toPath("");
  }

  /** The name of the source that has the token and accepts the address; does not block. */
  Optional<String> sourceOf(NotifyRequest head) {
    return Optional.ofNullable(find(head))
        .map(TokenGrant::access)
        .filter(access -> access.allowed().isEmpty() || access.allows(sender(head)))
        .map(access -> access.source().name());
  }

  /** The address in front of the trusted proxies. */
  Optional<Address> sender(NotifyRequest request) {
    return ClientAddress.of(request).address(proxies);
  }

  /** What may be attacks. */
  SecurityEvents events() {
    return events;
  }

  /** The sources that have tokens. */
  List<Source> sources() {
    return tokens.sources();
  }

  /** Logs what may be attacks, at most once a minute for each source. */
  void report(Instant now) {
    events.lines(now).forEach(line -> LOG.warn("{}", line));
  }

  /** Reloads the tokens; keeps the known ones when the database does not answer. */
  void refresh() {
    try {
      tokens = new TokenTable(new SelectTokens(sql).fetch());
    } catch (DataAccessException e) {
      LOG.debug("cannot read tokens: the database must answer (was {})", e.getMessage());
    } catch (RuntimeException e) { // bad rows from another program must not stop the refresh
      LOG.warn("cannot read tokens: the database must hold valid sources", e);
    }
  }

  /** Looks for the whole path, and for its first part if the exchange adds to it. */
  private @Nullable TokenGrant find(NotifyRequest request) {
    TokenTable known = tokens;
    Optional<TokenGrant> whole = known.find(TokenDigest.of(request.token()));
    Optional<TokenGrant> first = known.find(TokenDigest.of(request.firstSegment()));
    return whole
        .or(() -> first.filter(grant -> grant.access().exchange().hasPath(request.path())))
        .orElse(null);
  }
}
