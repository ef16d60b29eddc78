package calltally.app.check;

import calltally.sql.ServerState;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Whether PostgreSQL is set up as Calltally needs it: encoding, connections, the user's rights. */
record ServerCheck(DataSource database) {

  private static final String SUBJECT = "server";
  private static final int NEEDED = 12;

  /** One, or one for each thing that is not as it has to be. */
  public List<CheckResult> results() {
    return of(ServerState.of(database));
  }

  /** Below 12 free connections, what a service uses at most, is a warning; none has failed. */
  static List<CheckResult> of(ServerState state) {
    List<CheckResult> found =
        Stream.of(encoding(state), connections(state), schemas(state), roles(state))
            .flatMap(results -> results)
            .toList();
    return found.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, "encoding, connections and the user's rights are right"))
        : found;
  }

  private static Stream<CheckResult> encoding(ServerState state) {
    return state.encoding().equals("UTF8")
        ? Stream.of()
        : Stream.of(
            CheckResult.failed(
                SUBJECT,
                "the database has to be in UTF8, was " + state.encoding(),
                "create it anew: create database … encoding 'UTF8' template template0"));
  }

  private static Stream<CheckResult> connections(ServerState state) {
    if (state.freeConnections() >= NEEDED) {
      return Stream.of();
    }
    String sentence =
        "%d connections are free, a service uses up to %d"
            .formatted(state.freeConnections(), NEEDED);
    return Stream.of(
        state.freeConnections() > 0
            ? CheckResult.warning(SUBJECT, sentence, "raise max_connections")
            : CheckResult.failed(SUBJECT, sentence, "raise max_connections"));
  }

  private static Stream<CheckResult> schemas(ServerState state) {
    return state.canCreateSchemas()
        ? Stream.of()
        : Stream.of(
            CheckResult.failed(
                SUBJECT,
                state.user() + " may not create schemas in the database",
                "as a superuser: alter database … owner to " + state.user()));
  }

  private static Stream<CheckResult> roles(ServerState state) {
    return state.missingRoles().isEmpty() || state.canCreateRoles()
        ? Stream.of()
        : Stream.of(
            CheckResult.failed(
                SUBJECT,
                "%s may not act as %s, nor create roles"
                    .formatted(state.user(), String.join(", ", state.missingRoles())),
                "as a superuser: alter role " + state.user() + " createrole"));
  }
}
