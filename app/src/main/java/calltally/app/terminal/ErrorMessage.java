package calltally.app.terminal;

import calltally.sql.FileFailure;
import calltally.sql.LocalizedException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    return texts.text(message(e));
  }

  /** The same in English. */
  public static String of(Throwable e) {
    return of(e, Texts.ENGLISH);
  }

  /** The message of our own exceptions; that of all others with their deepest cause. */
  private static Message message(Throwable e) {
    if (e instanceof ExplainedException explained) {
      return explained.explanation();
    }
    if (e instanceof LocalizedException localized) {
      return Message.localized(localized.text());
    }
    Throwable cause = e.getCause();
    if (e.getClass().getName().startsWith(OURS) || cause == null) {
      return alone(e);
    }
    return databaseFailure(e)
        .map(failure -> Message.of("error.database", firstLine(failure)))
        .orElseGet(
            () -> isBare(e, cause) ? message(cause) : withCause(firstLine(e), deepestCause(e)));
  }

  private static Message alone(Throwable e) {
    if (e instanceof IOException failure) {
      return ofFile(failure);
    }
    if (e instanceof SQLException) {
      return Message.of("error.database", firstLine(e));
    }
    return e.getMessage() == null ? internal(e) : Message.verbatim(e.getMessage());
  }

  private static Message ofFile(IOException e) {
    return FileFailure.file(e)
        .map(file -> Message.of("error.file", file, FileFailure.reason(e)))
        .orElseGet(
            () -> e.getMessage() == null ? internal(e) : Message.localized(FileFailure.reason(e)));
  }

  private static Message internal(Throwable e) {
    return Message.of("error.internal", e.getClass().getSimpleName());
  }

  /** Whether an exception only wraps its cause and has no message of its own. */
  private static boolean isBare(Throwable e, Throwable cause) {
    return e instanceof UncheckedIOException && Objects.equals(e.getMessage(), cause.toString());
  }

  /** Names the file of the cause unless the message does. */
  private static Message withCause(String message, Throwable cause) {
    if (cause instanceof IOException failure) {
      return Message.of("error.cause", message, FileFailure.reason(failure, message));
    }
    return Message.of("error.cause", message, firstLine(cause));
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
