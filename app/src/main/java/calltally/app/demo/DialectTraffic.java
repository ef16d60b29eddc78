package calltally.app.demo;

import calltally.app.demo.dialect.DialectMessage;
import calltally.app.demo.dialect.SpokenWeek;
import calltally.app.demo.exchange.GroundTruth;
import calltally.app.demo.exchange.PostingListener;
import calltally.app.demo.exchange.PostingTotals;
import calltally.app.demo.exchange.SimulatedExchange;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The messages of an exchange. Some have no time but that of their receipt, so the receiver's clock
 * goes with them.
 */
final class DialectTraffic implements WeekTraffic {

  /** They do not say how often a request was sent. */
  private static final Set<String> OF_NOTIFICATIONS = Set.of("notifications", "duplicates");

  /** They follow from calls alone, however rings end. */
  private static final Set<String> OF_CALLS =
      Set.of(
          "incoming",
          "answered_in_time",
          "missed",
          "unfinished",
          "outgoing",
          "connected",
          "calls_answered",
          "picked_up_calls",
          "transfers_in",
          "transfers_out");

  private final SpokenWeek week;
  private final PbxProtocol exchange;
  private volatile Instant now;

  DialectTraffic(SpokenWeek week) {
    this.week = week;
    this.exchange = Exchanges.require(week.dialect().exchange());
    this.now = week.messages().get(0).at();
  }

  @Override
  public PbxProtocol exchange() {
    return exchange;
  }

  @Override
  public Map<String, String> secrets() {
    return week.dialect().secrets();
  }

  @Override
  public int size() {
    return week.messages().size();
  }

  @Override
  public InstantSource clock(InstantSource unused) {
    return () -> now;
  }

  @Override
  public PostingTotals post(URI address, PostingListener listener) throws InterruptedException {
    Iterator<HttpRequest> requests =
        week.messages().stream().map(message -> sent(message, address)).iterator();
    return new SimulatedExchange(address).postInTurn(requests, listener);
  }

  private HttpRequest sent(DialectMessage message, URI address) {
    now = message.at();
    return message.request(address);
  }

  @Override
  public GroundTruth truth() {
    return week.truth();
  }

  /** Where ends of rings are not told, neither is what a manager did with them. */
  @Override
  public boolean reports(String figure) {
    return exchange.capabilities().ringOutcome()
        ? !OF_NOTIFICATIONS.contains(figure)
        : OF_CALLS.contains(figure);
  }
}
