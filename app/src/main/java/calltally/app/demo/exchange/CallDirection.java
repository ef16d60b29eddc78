package calltally.app.demo.exchange;

/** Who called: a customer or a manager. */
public enum CallDirection {
  INCOMING,
  OUTGOING
}
