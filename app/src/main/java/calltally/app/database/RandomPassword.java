package calltally.app.database;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A password that people type: of small letters and digits, none of which look alike. */
public final class RandomPassword {

  private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private RandomPassword() {}

  /** Five bits of chance for each character. */
  public static String of(int length) {
    return new SecureRandom()
        .ints(length, 0, CHARACTERS.length())
        .mapToObj(index -> CHARACTERS.substring(index, index + 1))
        .collect(Collectors.joining());
  }
}
