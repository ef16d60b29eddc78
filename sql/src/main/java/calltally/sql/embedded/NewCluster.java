package calltally.sql.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Creates a password and an empty cluster in a data folder, completely or not at all. */
record NewCluster(ClusterFolder folder, Path programs, ServerUser account) {

  /**
   * Rounds of SHA-256 in each login. They slow down the guessing of passwords that people choose;
   * those here are random, and 4096 rounds would take a good part of a short command's time.
   */
  static final int SCRAM_ITERATIONS = 1;

  private static final int PASSWORD_BYTES = 24;

  void create() throws IOException {
    keepPassword(folder.password());
    Path unfinished = folder.unfinished();
    account.handOver(folder);
    SystemCommand.Outcome outcome = initdb(unfinished).run();
    if (!outcome.succeeded()) {
      throw new ClusterUnavailable("not_created", folder.path(), outcome.output());
    }
    ServerSettings.include(unfinished);
    Files.move(unfinished, folder.cluster(), ATOMIC_MOVE);
  }

  /** Generates a password unless one is stored already. */
  static void keepPassword(PrivateFile password) throws IOException {
    if (password.read().isEmpty()) {
      password.write(newPassword());
    }
  }

  // The builtin locale sorts and folds the same on every machine, whatever its libraries.
  private SystemCommand initdb(Path target) {
    return account.command(
        folder.path(),
        programs.resolve("bin/initdb").toString(),
        "--pgdata=" + target,
        "--username=" + ClusterLogin.ROLE,
        "--pwfile=" + folder.password().file(),
        "--auth=scram-sha-256",
        "--set=scram_iterations=" + SCRAM_ITERATIONS,
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
