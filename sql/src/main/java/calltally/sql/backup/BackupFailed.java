package calltally.sql.backup;

/** A backup or a restore failed; the message says what to do. */
public final class BackupFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  BackupFailed(String message) {
    super(message);
  }

  BackupFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
