package calltally.exchange.field;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Checks text from outside: correctly encoded, and acceptable to PostgreSQL. */
public final class StrictText {

  private StrictText() {}

  public static String decode(byte[] bytes, Charset charset) {
    try {
      return checked(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new NotANotification("text must be valid " + charset.name());
    }
  }

  public static String checked(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new NotANotification("text must not contain NUL");
    }
    if (hasUnpairedSurrogate(text)) {
      throw new NotANotification("text must not contain unpaired surrogates");
    }
    return text;
  }

  private static boolean hasUnpairedSurrogate(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        if (!isPair(text, index)) {
          return true;
        }
        index++;
      }
    }
    return false;
  }

  private static boolean isPair(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }
}
