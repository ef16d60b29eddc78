package calltally.sql.embedded;

import java.nio.file.Path;

/** The embedded PostgreSQL runs, and takes no logins yet: it is recovering from a crash. */
public final class ClusterRecovering extends ClusterUnavailable {

  private static final long serialVersionUID = 1;

  private final transient ClusterLogin login;

  /**
   * @param login the one that works afterwards
   * @param log folder of its log, which shows its progress
   */
  ClusterRecovering(ClusterLogin login, Path log) {
    super("recovering", log);
    this.login = login;
  }

  ClusterLogin login() {
    return login;
  }
}
