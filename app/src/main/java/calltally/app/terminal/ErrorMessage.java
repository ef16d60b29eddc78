package calltally.app.terminal;

import calltally.sql.embedded.ClusterUnavailable;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The sentence that explains an exception to the user. */
public final class ErrorMessage {

  private static final String OURS = "calltally.";

  private ErrorMessage() {}

  /** The message in the language of the texts where the exception has it, else in English. */
  public static String of(Throwable e, Texts texts) {
    if (e instanceof ClusterUnavailable cluster) {
      return cluster.text(texts.locale());
    }
    return e instanceof ExplainedException explained ? texts.text(explained.explanation()) : of(e);
  }

  /** The message of our own exceptions; that of all others with their deepest cause. */
  public static String of(Throwable e) {
    if (e.getClass().getName().startsWith(OURS)) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    Throwable cause = e.getCause();
    if (cause == null) {
      return alone(e);
    }
    return databaseFailure(e)
        .map(failure -> "cannot use the database: " + firstLine(failure))
        .orElseGet(() -> isBare(e, cause) ? of(cause) : withCause(firstLine(e), deepestCause(e)));
  }

  private static String alone(Throwable e) {
    if (e instanceof FileSystemException failure && failure.getFile() != null) {
      return "cannot use %s: %s".formatted(failure.getFile(), reason(failure));
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /** Whether an exception only wraps its cause and has no message of its own. */
  private static boolean isBare(Throwable e, Throwable cause) {
    return e instanceof UncheckedIOException && Objects.equals(e.getMessage(), cause.toString());
  }

  /** Names the file of the cause unless the message does. */
  private static String withCause(String message, Throwable cause) {
    if (!(cause instanceof FileSystemException failure) || failure.getFile() == null) {
      return message + ": " + firstLine(cause);
    }
    return message.contains(failure.getFile())
        ? message + ": " + reason(failure)
        : "%s: %s (%s)".formatted(message, reason(failure), failure.getFile());
  }

  /** What the exception's class says, as the message of many is only the file's name. */
  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (e instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "File exists";
    }
    if (e instanceof NotDirectoryException) {
      return "Not a directory";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "Directory not empty";
    }
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private static Optional<Throwable> databaseFailure(Throwable e) {
    return causes(e).filter(SQLException.class::isInstance).findFirst();
  }

  private static Throwable deepestCause(Throwable e) {
    return causes(e).reduce(e, (outer, inner) -> inner);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static String firstLine(Throwable e) {
    return Optional.ofNullable(e.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .orElseGet(() -> e.getClass().getSimpleName());
  }
}
