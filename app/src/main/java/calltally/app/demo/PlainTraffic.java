package calltally.app.demo;

import calltally.app.demo.exchange.GroundTruth;
import calltally.app.demo.exchange.PostingListener;
import calltally.app.demo.exchange.PostingTotals;
import calltally.app.demo.exchange.SimulatedExchange;
import calltally.app.demo.exchange.SimulatedWeek;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** The notifications of the definitions: several at a time, some late, some twice. */
record PlainTraffic(SimulatedWeek week) implements WeekTraffic {

  @Override
  public PbxProtocol exchange() {
    return Exchanges.standard();
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of();
  }

  @Override
  public int size() {
    return week.deliveries().size();
  }

  @Override
  public InstantSource clock(InstantSource now) {
    return now;
  }

  @Override
  public PostingTotals post(URI address, PostingListener listener) throws InterruptedException {
    return new SimulatedExchange(address).post(week.deliveries().stream(), listener);
  }

  @Override
  public GroundTruth truth() {
    return week.truth();
  }

  @Override
  public boolean reports(String figure) {
    return true;
  }
}
