package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.sql.ServerState;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Whether PostgreSQL is set up as needed: writable, encoding, connections, the user's rights. */
record ServerCheck(DataSource database) {

  private static final CheckSubject SUBJECT = CheckSubject.SERVER;
  private static final int NEEDED = 13;

  /** One, or one for each thing that is wrong. */
  public List<CheckResult> results() {
    return of(ServerState.of(database));
  }

  /** Below 13 free connections, what a service uses at most, is a warning; none has failed. */
  static List<CheckResult> of(ServerState state) {
    List<CheckResult> found =
        Stream.of(access(state), encoding(state), connections(state), schemas(state), roles(state))
            .flatMap(results -> results)
            .toList();
    return found.isEmpty()
        ? List.of(CheckResult.ok(SUBJECT, Message.of("check.server.ok")))
        : found;
  }

  private static Stream<CheckResult> access(ServerState state) {
    if (state.isStandby()) {
      return Stream.of(
          CheckResult.failed(
              SUBJECT,
              Message.of("check.server.standby"),
              Message.of("check.server.standby.advice")));
    }
    return state.isReadOnly()
        ? Stream.of(
            CheckResult.failed(
                SUBJECT,
                Message.of("check.server.read_only"),
                Message.of("check.server.read_only.advice")))
        : Stream.of();
  }

  private static Stream<CheckResult> encoding(ServerState state) {
    return state.encoding().equals("UTF8")
        ? Stream.of()
        : Stream.of(
            CheckResult.failed(
                SUBJECT,
                Message.of("check.server.encoding", state.encoding()),
                Message.of("check.server.encoding.advice")));
  }

  private static Stream<CheckResult> connections(ServerState state) {
    if (state.freeConnections() >= NEEDED) {
      return Stream.of();
    }
    Message finding = Message.counted("check.server.connections", state.freeConnections(), NEEDED);
    Message advice = Message.of("check.server.connections.advice");
    return Stream.of(
        state.freeConnections() > 0
            ? CheckResult.warning(SUBJECT, finding, advice)
            : CheckResult.failed(SUBJECT, finding, advice));
  }

  private static Stream<CheckResult> schemas(ServerState state) {
    return state.canCreateSchemas()
        ? Stream.of()
        : Stream.of(
            CheckResult.failed(
                SUBJECT,
                Message.of("check.server.schemas", state.user()),
                Message.of("check.server.schemas.advice", state.user())));
  }

  private static Stream<CheckResult> roles(ServerState state) {
    return state.missingRoles().isEmpty() || state.canCreateRoles()
        ? Stream.of()
        : Stream.of(
            CheckResult.failed(
                SUBJECT,
                Message.of(
                    "check.server.roles", state.user(), String.join(", ", state.missingRoles())),
                Message.of("check.server.roles.advice", state.user())));
  }
}
