package calltally.reporting.render;

import org.jspecify.annotations.Nullable;

/** What a line is called on paper: its name, else its number. */
final class LineName {

  private LineName() {}

  static String of(@Nullable String number, @Nullable String name, Wording wording) {
    if (name != null) {
      return name;
    }
    return number == null ? wording.text("line.unknown") : PhoneNumber.readable(number);
  }
}
