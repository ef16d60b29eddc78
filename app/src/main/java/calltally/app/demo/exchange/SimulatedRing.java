package calltally.app.demo.exchange;

/** One ring of a manager within an incoming call, as it really happened. */
record SimulatedRing(String manager, RingOutcome outcome) {}
