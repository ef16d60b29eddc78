package calltally.app.demo.exchange;

/** One ring of a manager within an incoming call, as it really went. */
record SimulatedRing(String manager, RingOutcome outcome) {}
