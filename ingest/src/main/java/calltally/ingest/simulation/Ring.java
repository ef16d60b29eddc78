package calltally.ingest.simulation;

/** One ring of a manager within an incoming call, as it really went. */
public record Ring(String manager, RingOutcome outcome) {}
