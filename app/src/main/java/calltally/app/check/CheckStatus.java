package calltally.app.check;

import calltally.app.terminal.Message;
import java.util.Locale;

/** How serious a finding is. */
public enum CheckStatus {
  /** As it should be. */
  OK,
  /** It works, but somebody should look at it. */
  WARNING,
  /** It does not work. */
  FAILED;

  Message word() {
    return Message.of("check.status." + name().toLowerCase(Locale.ROOT));
  }
}
