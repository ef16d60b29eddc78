package calltally.app.demo;

import calltally.app.demo.exchange.GroundTruth;
import calltally.app.demo.exchange.PostingListener;
import calltally.app.demo.exchange.PostingTotals;
import calltally.exchange.PbxProtocol;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** What an exchange posts of the simulated week. */
interface WeekTraffic {

  /** Whose notifications they are. */
  PbxProtocol exchange();

  /** The secrets by which the exchange proves them; empty when it does not. */
  Map<String, String> secrets();

  int size();

  /** The clock of the receiver while they are posted. */
  InstantSource clock(InstantSource now);

  /** Posts all, and waits for the last answer. */
  PostingTotals post(URI address, PostingListener listener) throws InterruptedException;

  /** What really happened. */
  GroundTruth truth();

  /** Whether a figure of this name follows from what is posted. */
  boolean reports(String figure);
}
