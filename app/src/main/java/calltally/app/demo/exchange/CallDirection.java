package calltally.app.demo.exchange;

/** Who called: a customer or a manager. */
enum CallDirection {
  INCOMING,
  OUTGOING
}
